"""Putting the moments of an episode right, with what was done about its return."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.missing.corrections import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews.linked_episodes import lock, settle
from kittiwake.practice.return_interviews.models import Offer, ReturnInterview
from kittiwake.record import recording as record
from kittiwake.time.moments import Moment, local_date

DONE = ((Offer, "offered_at", "An offer"), (ReturnInterview, "held_at", "The interview"))


@whole()
def correct_moments(
    episode: Episode,
    *,
    moments: Mapping[str, Moment | None],
    reason: str,
    version: int,
    by: User,
    at: datetime,
) -> None:
    """As missing.correct_moments. The interview stays with its episode, and no fresh 72 hours begin.

    Refuses a return after the offer or the interview that answered it: one of the two moments is wrong.
    """
    lock([episode])
    changed = missing.correct_moments(episode, moments=moments, reason=reason, version=version, by=by, at=at)
    if "returned" in changed:
        _follow(episode)
    settle(episode)


def _follow(episode: Episode) -> None:
    """What was done on the day of the return, at a time nobody knows, is no earlier than the return."""
    returned = episode.returned_at
    assert returned is not None
    for model, column, what in DONE:
        early = model.objects.filter(
            episodes=episode, entry__struck_out_at=None, **{f"{column}__lt": returned}
        )
        for act in early.select_related("entry"):
            if act.time_known or local_date(getattr(act, column)) < local_date(returned):
                raise Refused(
                    f"{what} about this return is recorded before that. Put that right first, or check the time.",
                    field="returned",
                )
            model.objects.filter(pk=act.pk).update(**{column: returned})
            record.took_place(act.entry, summary=act.entry.summary, happened_at=returned)
