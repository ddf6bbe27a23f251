"""Which managers took notice of an open episode."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.practice.missing import events, settings
from kittiwake.practice.missing.escalation import rules
from kittiwake.practice.missing.models import Acknowledgement, Episode
from kittiwake.practice.missing.rules import HIGH
from kittiwake.record.standing import must_stand


@whole()
def acknowledge(episode: Episode, *, level: str, words: str, by: User, at: datetime) -> Acknowledgement:
    """A named person of enough standing takes notice and says what is being done. Once a level."""
    must_stand(episode)
    reached = next((step for step in _reached(episode, at) if step.key == level), None)
    if reached is None:
        raise Refused("This episode has not been open that long. Open it to see when this is asked.")
    if why_not := rules.why_not_acknowledge(reached, by.role):
        raise NotYours(why_not)
    acknowledgement, is_new = Acknowledgement.objects.get_or_create(
        episode=episode, level=level, defaults={"words": words, "at": at, "by": by}
    )
    if not is_new:
        raise Refused(
            f"{acknowledgement.by} has already acknowledged this. Open the episode to read what they wrote."
        )
    history.write(events.ACKNOWLEDGED, acknowledgement, by=by, at=at, child_id=episode.child_id)
    return acknowledgement


def _reached(episode: Episode, at: datetime) -> list[rules.EscalationLevel]:
    is_high = episode.grades.filter(level=HIGH, since_at__lte=at).exists()
    levels = settings.escalation_levels(episode.started_at, is_high=is_high)
    return rules.levels_reached(levels, episode.started_at, episode.ended_at, at)
