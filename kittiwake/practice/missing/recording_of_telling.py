"""Who was told that a child is missing, and which managers took notice."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.practice.missing import rules, settings
from kittiwake.practice.missing.models import Acknowledgement, Episode, Telling
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record.believing import must_be_believable
from kittiwake.record.standing import must_stand


@transaction.atomic
def tell(
    episode: Episode,
    *,
    duty: str,
    by: User,
    at: datetime,
    told_at: datetime | None = None,
    who: str = "",
    how: str = "",
    not_told_reason: str = "",
) -> Telling:
    """Somebody who has to know was told, by whom and when; or was not, for a reason. Once a duty."""
    must_stand(episode)
    must_be_believable(at, of=episode.child, told_at=told_at)
    if told_at is None and not not_told_reason:
        raise Refused("Enter when they were told, or why they were not.", field="told_at")
    telling, is_new = Telling.objects.get_or_create(
        episode=episode,
        duty=duty,
        defaults={
            "told_at": told_at,
            "who": who,
            "how": how,
            "not_told_reason": not_told_reason,
            "recorded_at": at,
            "by": by,
        },
    )
    if not is_new:
        raise Refused("This has already been recorded. Open the episode to see by whom.")
    settle(episode.child, at)
    history.write("missing.told", telling, by=by, at=at, child_id=episode.child_id)
    return telling


def why_not_acknowledge(step: rules.Rung, user: User) -> str:
    """Why somebody may not take notice on this rung, on account of who they are; empty where they may."""
    return (
        ""
        if user.role in step.roles
        else f"At this age of an episode a {step.who.lower()} has to acknowledge it."
    )


@transaction.atomic
def acknowledge(episode: Episode, *, rung: str, words: str, by: User, at: datetime) -> Acknowledgement:
    """A named person of enough standing takes notice and says what is being done. Once a rung."""
    must_stand(episode)
    is_high = episode.grades.filter(level=rules.HIGH, since_at__lte=at).exists()
    ladder = settings.ladder(episode.started_at, is_high=is_high)
    reached = rules.rungs_reached(ladder, episode.started_at, episode.ended_at, at)
    step = next((one for one in reached if one.key == rung), None)
    if step is None:
        raise Refused("This episode has not been open that long. Open it to see when this is asked.")
    if why_not := why_not_acknowledge(step, by):
        raise NotYours(why_not)
    acknowledgement, is_new = Acknowledgement.objects.get_or_create(
        episode=episode, rung=rung, defaults={"words": words, "at": at, "by": by}
    )
    if not is_new:
        raise Refused(
            f"{acknowledgement.by} has already acknowledged this. Open the episode to read what they wrote."
        )
    history.write("missing.acknowledged", acknowledgement, by=by, at=at, child_id=episode.child_id)
    return acknowledgement
