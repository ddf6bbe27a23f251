"""An episode that nobody ended closes when the child turns 18: by itself, on that day, with its reason.

Run by the clock (tasks.py). What reads episodes does not wait for it: `Episode.objects.open` and
`Episode.outcome_at` say the same from the birth date.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.whole import whole
from kittiwake.practice.missing import events, rules
from kittiwake.practice.missing.models import Episode, EpisodeQuerySet
from kittiwake.primitives.clocks.duties.recording import settle


@whole()
def close_at_18(*, by: User, at: datetime) -> int:
    """Every episode that a birthday has ended by now, and those a corrected birth date ended or did not. How many."""
    closed = sum(_close(episode, by=by, at=at) for episode in _locked(Episode.objects.unended()))
    wrong = Episode.objects.standing().filter(returned_at=None, closed_reason=rules.AT_18)
    return closed + sum(_close_again(episode, by=by, at=at) for episode in _locked(wrong))


def _locked(episodes: EpisodeQuerySet) -> EpisodeQuerySet:
    return (
        episodes.filter(child__born_on__isnull=False)
        .select_for_update(of=("self",))
        .select_related("child", "entry")
    )


def _close(episode: Episode, *, by: User, at: datetime) -> bool:
    ends_at = episode.ends_by_age_at
    if ends_at is None or ends_at > at:
        return False
    return _end(episode, ends_at, rules.AT_18, by=by, at=at)


def _close_again(episode: Episode, *, by: User, at: datetime) -> bool:
    """The birth date was put right since."""
    ends_at = episode.ends_by_age_at
    if ends_at == episode.closed_at:
        return False
    if ends_at is None or ends_at > at:
        return _end(episode, None, "", by=by, at=at)
    return _end(episode, ends_at, rules.AT_18, by=by, at=at)


def _end(episode: Episode, closed_at: datetime | None, reason: str, *, by: User, at: datetime) -> bool:
    fields = {"closed_at": closed_at, "closed_reason": reason, "version": F("version") + 1}
    Episode.objects.filter(pk=episode.pk).update(**fields)
    episode.refresh_from_db()
    settle(episode.child, at)
    changes = {"Reason": ("", reason or "Their date of birth was put right")}
    what = events.CLOSED if closed_at else events.REOPENED
    history.write(what, episode, by=by, at=at, child_id=episode.child_id, changes=changes)
    return True
