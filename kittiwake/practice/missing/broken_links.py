"""Links of a missing episode that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from kittiwake.areas.powers import Power
from kittiwake.practice.missing import settings
from kittiwake.practice.missing.duties import STANDARDS
from kittiwake.practice.missing.escalation import rules
from kittiwake.practice.missing.models import Acknowledgement, Episode, EpisodeQuerySet, Grade
from kittiwake.practice.missing.rules import HIGH, INTERVIEW_OFFER, RETURN_INTERVIEW, adult_born_by
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.links import CLOCK, Broken, BrokenLink, Mend, See, of_clocks
from kittiwake.primitives.shared_pages.links import LateClocks
from kittiwake.queries.kept import kept
from kittiwake.queries.together import together


def unacknowledged(see: See, at: datetime) -> Iterator[Broken]:
    """Open episodes with a level that nobody of that standing has acknowledged. The lowest such level is shown."""
    acknowledged, high, still_missing = together(
        lambda: set(_acknowledged(see)),
        lambda: set(_graded_high(see, at)),
        lambda: _open(see, adult_born_by(at)),
    )
    for episode in still_missing:
        levels = settings.escalation_levels(episode.started_at, is_high=episode.pk in high)
        for level in rules.levels_reached(levels, episode.started_at, None, at):
            if (episode.pk, level.key) not in acknowledged:
                due = episode.started_at + level.after
                yield Broken(episode.child_id, episode.started_at, episode.pk, "missing.episode", due)
                break


@kept
def _acknowledged(see: See) -> QuerySet[Acknowledgement, tuple[int, str]]:
    return see(Acknowledgement).filter(episode__returned_at=None).values_list("episode_id", "level")


@kept
def _graded_high(see: See, at: datetime) -> QuerySet[Grade, int]:
    graded = see(Grade).filter(level=HIGH, since_at__lte=at, episode__returned_at=None)
    return graded.values_list("episode_id", flat=True)


@kept
def _open(see: See, adult: date) -> QuerySet[Episode]:
    episodes: EpisodeQuerySet = see(Episode)
    return episodes.open_where_adult_is(adult)


def held_soon(see: See, at: datetime) -> Iterator[Broken]:
    return of_clocks(_held_soon(see, at))


@kept
def _held_soon(see: See, at: datetime) -> QuerySet[Clock, tuple[Any, ...]]:
    running = see(Clock).running().filter(due_soon_at__lte=at, due_at__gte=at)
    return running.filter(key=RETURN_INTERVIEW.key).values_list(*CLOCK)


not_offered = LateClocks(INTERVIEW_OFFER)
not_held = LateClocks(RETURN_INTERVIEW)
NOTIFIED = tuple(standard.key for standard in STANDARDS)


def not_told(see: See, at: datetime) -> Iterator[Broken]:
    """Of each episode the one who should have been told first."""
    return of_clocks(_not_told(see, at))


@kept
def _not_told(see: See, at: datetime) -> QuerySet[Clock, tuple[Any, ...]]:
    late = see(Clock).overdue(at).filter(key__in=NOTIFIED)
    return late.order_by("entry_id", "due_at", "pk").distinct("entry_id").values_list(*CLOCK)


LINKS = [
    BrokenLink(
        "missing.unacknowledged",
        "Still missing, and nobody senior has taken notice",
        "An open episode climbs until a named person says what is being done.",
        "Local escalation levels; {missing_children}",
        unacknowledged,
        reads=settings.ESCALATION_KEYS,
        mends=(Mend("Say what is being done", "missing:episode", Power.APPROVE),),
    ),
    BrokenLink(
        "missing.not_told",
        "Missing, and somebody who has to know was not told",
        "Nobody can look for a child they do not know is missing.",
        "{missing_children}: without delay; the hours are local",
        not_told,
        reads=NOTIFIED,
        mends=(Mend("Say who was told", "missing:episode", Power.REPORT),),
    ),
    BrokenLink(
        "missing.interview_overdue",
        "Return interview overdue",
        "A child who came back should be listened to within 72 hours.",
        RETURN_INTERVIEW.source,
        not_held,
        reads=(RETURN_INTERVIEW.key,),
    ),
    BrokenLink(
        "missing.interview_due_soon",
        "Return interview due soon",
        "There is still time to listen within 72 hours.",
        RETURN_INTERVIEW.source,
        held_soon,
        is_coming=True,
        reads=(RETURN_INTERVIEW.key,),
    ),
    BrokenLink(
        "missing.not_offered",
        "Returned, and no interview offered",
        "An interview is offered after every return.",
        INTERVIEW_OFFER.source,
        not_offered,
        reads=(INTERVIEW_OFFER.key,),
    ),
]
