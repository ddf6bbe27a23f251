"""Raising a concern, giving it to somebody, judging how far it is, closing it and opening it again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Unpack

from django.db.models import F

from kittiwake.access.powers import role_may
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection import events, rules
from kittiwake.assurance.inspection.concerns.facts import ConcernFacts, JudgementFacts
from kittiwake.assurance.inspection.concerns.standing import against, is_owner
from kittiwake.assurance.inspection.models import Concern, Evidence, Inspection, JudgedOn, Judgement
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date

SOMEBODY_ELSE = "Somebody else has changed this concern since you opened it. Look at it again before you do."


@whole()
def raise_concern(
    inspection: Inspection, *, by: User, at: datetime, **facts: Unpack[ConcernFacts]
) -> Concern:
    """Something an inspection or visit found, in our words, and who answers for it.

    From a statement of a letter: refuses one that nobody has confirmed, and a second concern of the same statement.
    """
    statement = facts.get("statement")
    if statement is not None and not statement.is_confirmed:
        raise Refused(
            "Confirm what the letter says first: until then it is only proposed.", field="statement"
        )
    refuse_owner(facts["owner"], at)
    twice = Refused("There is already a concern of this statement. Open it from the list.", field="statement")
    with refused_by(concern_once_a_statement=twice):
        concern = Concern.objects.create(inspection=inspection, raised_at=at, raised_by=by, **facts)
    history.write(events.CONCERN_RAISED, concern, by=by, at=at)
    return concern


def refuse_owner(owner: Worker, at: datetime) -> None:
    """Its owner says themselves what was done."""
    if owner.ends_on is not None and owner.ends_on <= local_date(at):
        raise Refused(f"{owner} has left. Choose somebody else.", field="owner")
    if owner.user is None or not role_may(owner.user.role, Power.RECORD_INSPECTIONS):
        raise Refused(f"{owner} may not record here what was done. Choose somebody who may.", field="owner")


@whole()
def give(concern: Concern, *, owner: Worker, version: int, by: User, at: datetime) -> None:
    """Somebody else answers for it from now on. Refuses a concern that is closed."""
    held = hold(concern)
    refuse_closed(held)
    refuse_owner(owner, at)
    _set(held, version, owner=owner)
    history.write(events.CONCERN_GIVEN, held, by=by, at=at, changes={"owner": (str(held.owner), str(owner))})


@whole()
def judge(concern: Concern, *, by: User, at: datetime, **facts: Unpack[JudgementFacts]) -> Judgement:
    """How far it is, in this person's words, at a visit or between two; and what that rests on.

    Refuses “done” from whoever owns it or one of its actions, and evidence that is not this concern's or was set aside.
    """
    held = hold(concern)
    refuse_closed(held)
    if not facts["words"].strip():
        raise Refused("Say in your own words what you see.", field="words")
    if facts["progress"] == rules.DONE and is_owner(held, by):
        raise Refused(rules.OWNER, field="progress")
    _refuse_visit(held, facts["visit"])
    _refuse_evidence(held, facts["progress"], facts["rests_on"])
    judgement = Judgement.objects.create(
        concern=held, visit=facts["visit"], progress=facts["progress"], words=facts["words"].strip(), by=by, at=at
    )  # fmt: skip
    JudgedOn.objects.bulk_create(JudgedOn(judgement=judgement, evidence=each) for each in facts["rests_on"])
    progress = judgement.get_progress_display()
    history.write(events.JUDGED, held, by=by, at=at, changes={"progress": (None, progress)})
    return judgement


def _refuse_visit(concern: Concern, visit: Inspection | None) -> None:
    if visit and (visit.called_off_why or visit.ends_on < concern.inspection.starts_on):
        raise Refused("That visit was before the concern was raised, or did not take place.", field="visit")


def _refuse_evidence(concern: Concern, progress: str, rests_on: Sequence[Evidence]) -> None:
    if any(each.concern_id != concern.pk or each.set_aside_at for each in rests_on):
        raise Refused("Something you chose was set aside meanwhile. Choose again.", field="rests_on")
    if progress != rules.NONE and not rests_on:
        raise Refused(
            "Select what shows it. Without evidence there is no progress to judge.", field="rests_on"
        )
    if progress == rules.DONE and any(each.says == rules.AGAINST for each in rests_on):
        raise Refused(
            "Something you chose says that it is not better. It cannot show that it is done.",
            field="rests_on",
        )


@whole()
def close(concern: Concern, *, why: str, version: int, by: User, at: datetime) -> None:
    """It is put right, and somebody other than its owner says so, on evidence that nothing contradicts.

    What speaks against is asked for now, as whoever closes it sees the figures: see rules.why_not_close.
    """
    held = hold(concern)
    refuse_closed(held)
    if is_owner(held, by):
        raise NotYours(rules.OWNER)
    if not why.strip():
        raise Refused("Say what is different now.", field="why")
    closing = closing_of(held, Viewer(by), at)
    if reason := rules.why_not_close(closing):
        raise Refused(reason)
    _set(held, version, closed_at=at, closed_by=by, closed_why=why.strip())
    history.write(events.CONCERN_CLOSED, held, by=by, at=at)


def closing_of(concern: Concern, viewer: Viewer, at: datetime) -> rules.Closing:
    last = concern.judgements.order_by("-at", "-pk").first()
    shown = _shown(last) if last else 0
    return rules.Closing(
        is_owner=is_owner(concern, viewer.user),
        progress=last.progress if last else "",
        shown=shown,
        against=against(concern, viewer, local_date(at)),
        open_actions=concern.actions.filter(done_at=None, dropped_at=None).count(),
    )


def _shown(judgement: Judgement) -> int:
    """Without what was set aside, and entries that were struck out since."""
    rests = judgement.rests_on.filter(evidence__set_aside_at=None)
    return rests.exclude(evidence__of_child__entry__struck_out_at__isnull=False).count()


@whole()
def reopen(concern: Concern, *, words: str, version: int, by: User, at: datetime) -> None:
    """It did not last, or was closed in error: a judgement says why, and it is open again. Anybody who answers may."""
    held = hold(concern)
    if held.closed_at is None:
        raise Refused("It is open already. Look at it again.")
    if not words.strip():
        raise Refused("Say what shows that it did not last.", field="words")
    _set(held, version, closed_at=None, closed_by=None, closed_why="")
    Judgement.objects.create(concern=held, progress=rules.NONE, words=words.strip(), by=by, at=at)
    changes = {"closed": (held.closed_why, None)}
    history.write(events.CONCERN_REOPENED, held, by=by, at=at, changes=changes)


def hold(concern: Concern) -> Concern:
    """As it is now; whoever changes it at the same time waits."""
    return (
        Concern.objects.select_for_update(of=("self",))
        .select_related("inspection", "owner")
        .get(pk=concern.pk)
    )


def refuse_closed(concern: Concern) -> None:
    if concern.closed_at:
        raise Refused("This concern is closed. Open it again first, with the reason.")


def _set(concern: Concern, version: int, **facts: Any) -> None:
    if not Concern.objects.filter(pk=concern.pk, version=version).update(**facts, version=F("version") + 1):
        raise Refused(SOMEBODY_ELSE)
