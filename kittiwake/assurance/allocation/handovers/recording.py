"""What is handed over, how the child met the new worker, and who signed: the only way it is written."""

from __future__ import annotations

from datetime import date, datetime, time

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.assurance.allocation import events, rules
from kittiwake.assurance.allocation.models import Change
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Worker
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import LONDON, local_date

BEFORE, AFTER = "before", "after"


@whole()
def write_note(
    change: Change, *, matters: str, promised: str, watch_for: str, version: int, by: User, at: datetime
) -> Change:
    """What matters to the child now, what was promised, what to watch for. Not changed once both have signed."""
    must_stand(change)
    _refuse_no_handover(change)
    words = {"matters": matters, "promised": promised, "watch_for": watch_for}
    open_ = Change.objects.filter(pk=change.pk, version=version, signed_after_at=None)
    if not open_.update(version=F("version") + 1, **words):
        raise Refused(
            "It has been signed, or somebody else has changed it since you opened it. "
            "Copy what you have typed and open it again."
        )
    change.refresh_from_db()
    history.write(events.HANDOVER_WRITTEN, change, by=by, at=at, child_id=change.child_id)
    return change


def _refuse_no_handover(change: Change) -> None:
    if not change.needs_handover:
        raise Refused(
            "Nobody handed over here: there was no worker before, or there is none now. Change the worker instead."
        )


@whole()
def introduce(
    change: Change,
    *,
    introduced_on: date,
    introduced_by: str,
    introduced_how: str,
    told_on: date,
    told_how: str,
    by: User,
    at: datetime,
    child_words: str = "",
) -> Change:
    """The child met the new worker, and had been told who it would be. Refuses a second time, and a day to come."""
    must_stand(change)
    must_be_believable(at, of=change.child, introduced_on=introduced_on, told_on=told_on)
    if not change.is_to_somebody:
        raise Refused("There is no new worker to introduce. Change the worker first.")
    today = local_date(at)
    for field, day in (("introduced_on", introduced_on), ("told_on", told_on)):
        if day > today:
            raise Refused("This is in the future. Enter a day that has passed.", field=field)
    if told_on > introduced_on:
        raise Refused(
            "They were told on or before the day they met. Change one of the days.", field="told_on"
        )
    facts = {
        "introduced_on": introduced_on,
        "introduced_by": introduced_by,
        "introduced_how": introduced_how,
        "told_on": told_on,
        "told_how": told_how,
    }
    if not Change.objects.filter(pk=change.pk, introduced_on=None).update(version=F("version") + 1, **facts):
        raise Refused("The introduction is on the record already. Open the handover to see it.")
    change.refresh_from_db()
    met = at if introduced_on == today else datetime.combine(introduced_on, time(12), LONDON)
    record.keep_words(change.entry, text=child_words, said_at=met, topic="their new worker")
    clocks.stop(rules.INTRODUCED.key, entry=change.entry, at=met, by_entry=change.entry)
    history.write(events.INTRODUCED, change, by=by, at=at, child_id=change.child_id)
    return change


@whole()
def sign(change: Change, *, side: str, by: User, at: datetime, for_why: str = "") -> Change:
    """One of the two says that it was handed over; when both have, it is. Whoever has gone is signed for, with why.

    Refuses an empty note, somebody who is neither, a manager who signs for the new worker, and a second signature.
    """
    must_stand(change)
    _refuse_no_handover(change)
    if not change.matters.strip():
        raise Refused("Write what matters to the child first.")
    worker = whose_side(change, side)
    is_theirs = worker is not None and worker.user_id == by.pk
    if why_not := why_not_sign(change, side, by):
        raise NotYours(why_not)
    if not is_theirs and not for_why.strip():
        raise Refused(f"Say why {worker} cannot sign, or ask them to.", field="for_why")
    facts = {f"signed_{side}_at": at, f"signed_{side}_by": by}
    if side == BEFORE and not is_theirs:
        facts["signed_for_why"] = for_why.strip()
    unsigned = Change.objects.filter(pk=change.pk, **{f"signed_{side}_at": None})
    if not unsigned.update(version=F("version") + 1, **facts):
        raise Refused("This has been signed already. Open it again to see by whom.")
    change.refresh_from_db()
    if change.is_signed:
        clocks.stop(rules.HANDED_OVER.key, entry=change.entry, at=at, by_entry=change.entry)
    history.write(events.HANDOVER_SIGNED, change, by=by, at=at, child_id=change.child_id)
    return change


def whose_side(change: Change, side: str) -> Worker | None:
    """The worker who signs on this side."""
    if side == BEFORE:
        return change.before.worker if change.before else None
    return change.after.worker


def why_not_sign(change: Change, side: str, user: User) -> str:
    """Whoever has gone is signed for; nobody signs for whoever takes over."""
    worker = whose_side(change, side)
    if side == BEFORE or (worker is not None and worker.user_id == user.pk):
        return ""
    return f"Only {worker} can say that they have taken over. Ask them to."
