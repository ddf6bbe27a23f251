"""A moment of an episode was recorded wrongly: it is put right in its place, and what follows from it follows.

The old moment stays in history. Whether it may be put right is also asked of what was done about the return:
`return_interviews.recording_of_corrections` is what pages call.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import F

from kittiwake.access import recording as access
from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.missing import events, rules
from kittiwake.practice.missing.models import ONE_AT_A_TIME, Episode
from kittiwake.practice.missing.recording import OVERLAPS
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import Moment
from kittiwake.ui.dates import long_moment

MOMENTS = {
    "last_seen": "Last seen",
    "reported": "Reported missing",
    "located": "Located",
    "returned": "Back",
}
TOLD = "told_council"  # when the police told us: always to the minute
WORDS = {**MOMENTS, TOLD: "The police told us"}
NOT_YET = {
    "located": "They are not located yet. Record that first.",
    "returned": "They are not back yet. Record their return.",
}
WAS_RECORDED = "Enter when. If it did not happen at all, strike out this episode and record what did."


@whole()
def correct_moments(
    episode: Episode,
    *,
    moments: Mapping[str, Moment | None],
    reason: str,
    version: int,
    by: User,
    at: datetime,
) -> set[str]:
    """The moments as they were, by the names of MOMENTS; one that is given as it stands is left as it is. Returns which
    changed.

    The clocks of a return that changed run from the new one: what was done about it stays done, in time or not.
    Refuses moments out of order, one taken away that much hangs on, and nothing to correct.
    """
    must_stand(episode)
    given: dict[str, Any] = dict(moments)
    must_be_believable(at, of=episode.child, **given)
    held = Episode.objects.select_for_update(of=("self",)).select_related("entry").get(pk=episode.pk)
    if held.version != version:
        raise Refused("Somebody else has changed this episode meanwhile. Open it again and look.")
    was = as_it_stands(held)
    new = {name: moment for name, moment in moments.items() if not _same(was[name], moment)}
    if not new:
        raise Refused("Nothing here differs from what is recorded. Change what is wrong.")
    _refuse(held, was, new, at)
    _write(held, was, new, at)
    changes: dict[str, tuple[Any, Any]] = {WORDS[n]: (_said(was[n]), _said(m)) for n, m in new.items()}
    changes["Reason"] = ("", reason)
    history.write(events.MOMENTS_CORRECTED, held, by=by, at=at, child_id=held.child_id, changes=changes)
    episode.refresh_from_db()
    return set(new)


def as_it_stands(episode: Episode) -> dict[str, Moment | None]:
    moments: dict[str, Moment | None] = {
        name: Moment(at, getattr(episode, f"{name}_time_known"))
        if (at := getattr(episode, f"{name}_at"))
        else None
        for name in MOMENTS
    }
    return {**moments, TOLD: Moment(episode.told_council_at) if episode.told_council_at else None}


def _same(was: Moment | None, now: Moment | None) -> bool:
    """To the minute, as people write moments; by the day alone where the time is not known."""
    if was is None or now is None:
        return was is now
    if was.time_known != now.time_known:
        return False
    if not was.time_known:
        return was.on == now.on
    return was.at.replace(second=0, microsecond=0) == now.at.replace(second=0, microsecond=0)


def _refuse(
    episode: Episode, was: dict[str, Moment | None], new: dict[str, Moment | None], at: datetime
) -> None:
    for name, moment in new.items():
        if was[name] is None and name in NOT_YET:
            raise Refused(NOT_YET[name], field=name)
        if moment is None and (name in NOT_YET or name == "reported"):
            raise Refused(WAS_RECORDED, field=name)
    placed = _placed({**was, **new})
    moments = rules.Moments(*(placed[name].at if placed[name] else None for name in MOMENTS))  # type: ignore[arg-type,union-attr]
    if wrong := rules.out_of_order(moments, at):
        raise Refused(wrong, field=next((name for name in reversed(MOMENTS) if name in new), None))
    told = placed[TOLD]
    if told and (wrong := rules.told_out_of_order(told.at, moments.reported, at)):
        raise Refused(wrong, field=TOLD if TOLD in new else "reported")


def _placed(moments: dict[str, Moment | None]) -> dict[str, Moment | None]:
    """In order where only the day is known: each no earlier than the one before it on that day."""
    placed: dict[str, Moment | None] = {}
    floor: datetime | None = None
    for name in (*MOMENTS, TOLD):
        moment = moments[name]
        if moment and name != TOLD:
            moment = Moment(
                rules.no_earlier(moment.at, floor, time_known=moment.time_known), moment.time_known
            )
            floor = moment.at
        placed[name] = moment
    return placed


def _write(
    episode: Episode, was: dict[str, Moment | None], new: dict[str, Moment | None], at: datetime
) -> None:
    placed = _placed({**was, **new})
    fields: dict[str, Any] = {f"{name}_at": moment.at if moment else None for name, moment in placed.items()}
    fields |= {f"{name}_time_known": m.time_known if (m := placed[name]) else False for name in MOMENTS}
    with refused_by(**{ONE_AT_A_TIME: Refused(OVERLAPS, field=next(iter(new)))}):
        Episode.objects.filter(pk=episode.pk).update(version=F("version") + 1, **fields)
    reported_before = episode.reported_at
    episode.refresh_from_db()
    if "reported" in new:
        # The first report and the first grade were made at that moment: it is theirs as well.
        episode.reports.filter(made_at=reported_before).update(made_at=episode.reported_at)
        episode.grades.filter(since_at=reported_before).update(since_at=episode.reported_at)
    settle(episode.child, at)
    record.took_place(episode.entry, summary=episode.entry.summary, happened_at=episode.started_at)
    if back := placed["returned"]:
        for standard in (rules.INTERVIEW_OFFER, rules.RETURN_INTERVIEW):
            clocks.start_again(standard, entry=episode.entry, at=back.at, time_known=back.time_known)


def _said(moment: Moment | None) -> str:
    return long_moment(moment) if moment else "Not known"


MISSING_SINCE = (
    "They have been reported missing again since, and cannot have been missing all the time. "
    "Put right the later absence first."
)
AS_BEFORE = {
    "located": {"located_where": "", "located_how": ""},
    "returned": {"returned_how": ""},
}


@whole()
def put_back(episode: Episode, *, open_again: dict[str, Any], reason: str, by: User, at: datetime) -> None:
    """An import that recorded how the episode went on is undone. `open_again` says what was known before it:
    {"located": ISO moment or None, "returned": …}. Only what was not known then is taken away.

    Refuses where another absence has been recorded since: nobody is missing twice at once.
    """
    fields: dict[str, Any] = {}
    for name in (name for name, before in open_again.items() if before is None):
        fields |= {**AS_BEFORE[name], f"{name}_at": None, f"{name}_time_known": True, f"{name}_source": ""}
    with refused_by(**{ONE_AT_A_TIME: Refused(MISSING_SINCE)}):
        Episode.objects.filter(pk=episode.pk).update(version=F("version") + 1, **fields)
    if "returned_at" in fields:
        for standard in (rules.INTERVIEW_OFFER, rules.RETURN_INTERVIEW):
            clocks.withdraw(standard.key, entry=episode.entry, reason=reason)
        access.end_what_it_gave(episode.entry, by=by, at=at)
    episode.refresh_from_db()
    settle(episode.child, at)
    history.write(events.PUT_BACK, episode, by=by, at=at, child_id=episode.child_id)


OVERLAPPED = "Another absence has been recorded in its days since. Strike that out first if it is the same."


@whole()
def call_off_cancelling(episode: Episode, *, reason: str, by: User, at: datetime) -> None:
    """They were missing after all: it counts again. Refuses where another absence has taken its days."""
    with refused_by(**{ONE_AT_A_TIME: Refused(OVERLAPPED)}):
        Episode.objects.filter(pk=episode.pk).update(
            version=F("version") + 1, cancelled_at=None, cancelled_reason="", is_counted=True
        )
    settle(episode.child, at)
    history.write(
        events.CANCELLING_CALLED_OFF,
        episode,
        by=by,
        at=at,
        child_id=episode.child_id,
        changes={"Reason": ("", reason)},
    )
