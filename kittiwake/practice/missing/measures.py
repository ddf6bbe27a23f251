"""What is broken around a missing episode, and what is counted of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q, Value

from kittiwake.practice.missing import rules
from kittiwake.practice.missing.models import Episode
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.links import Broken, BrokenLink, See


def open_episodes(see: See, at: datetime) -> Iterator[Broken]:
    """Every child who is missing now. Due: the first rung of the ladder that nobody has acknowledged."""
    acknowledged = ArrayAgg(
        "acknowledgements__rung", filter=Q(acknowledgements__isnull=False), default=Value([])
    )
    found = see(Episode).open().annotate(acknowledged=acknowledged)  # type: ignore[attr-defined]
    rows = found.values_list("child_id", "last_seen_at", "reported_at", "acknowledged", "pk")
    for child, seen, reported, done, pk in rows:
        started = seen or reported
        waiting = [rung for rung in rules.LADDER if rung.key not in done]
        yield Broken(child, started, started + waiting[0].after if waiting else None, pk)


def returns_without_an_offer(see: See, at: datetime) -> Iterator[Broken]:
    found = see(Clock).overdue(at).filter(key=rules.INTERVIEW_OFFER.key)  # type: ignore[attr-defined]
    yield from _rows(found)


def interviews_due(see: See, at: datetime) -> Iterator[Broken]:
    """From when it is worth a warning; red once the 72 hours are over."""
    running = see(Clock).running()  # type: ignore[attr-defined]
    yield from _rows(running.filter(key=rules.RETURN_INTERVIEW.key, due_soon_at__lte=at))


def _rows(clocks) -> Iterator[Broken]:  # type: ignore[no-untyped-def]
    for row in clocks.values_list("entry__child_id", "started_at", "due_at", "entry_id"):
        yield Broken(*row)


BROKEN_LINKS = [
    BrokenLink(
        key="missing.open_episode",
        title="Missing now",
        why="Somebody is looking for this child, and a named person says at each rung what is being done.",
        source="MIS14; the ladder is local",
        do="Open the episode",
        page="missing:episode",
        find=open_episodes,
    ),
    BrokenLink(
        key="missing.return_without_offer",
        title="Back, and no return interview offered",
        why="Every child who comes back is asked whether they want to talk to somebody independent.",
        source=rules.INTERVIEW_OFFER.source,
        do="Offer the interview",
        page="missing:episode",
        find=returns_without_an_offer,
    ),
    BrokenLink(
        key="missing.return_interview_due",
        title="Return interview due",
        why="What a child says fades, and so does the reason to say it: 72 hours from their return.",
        source=rules.RETURN_INTERVIEW.source,
        do="Hold the interview",
        page="missing:episode",
        find=interviews_due,
    ),
]
