"""Links of a missing episode that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kittiwake.areas.powers import Power
from kittiwake.practice.missing import rules, settings
from kittiwake.practice.missing.models import Acknowledgement, Episode, Grade
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See, of_clocks


def unacknowledged(see: See, at: datetime) -> Iterator[Broken]:
    """Open episodes with a rung that nobody of that standing has acknowledged. The lowest such rung is shown."""
    done: dict[int, set[str]] = {}
    for episode_id, rung in (
        see(Acknowledgement).filter(episode__returned_at=None).values_list("episode_id", "rung")
    ):
        done.setdefault(episode_id, set()).add(rung)
    graded = see(Grade).filter(level=rules.HIGH, since_at__lte=at, episode__returned_at=None)
    high = set(graded.values_list("episode_id", flat=True))
    for episode in see(Episode).open(at):  # type: ignore[attr-defined]
        ladder = settings.ladder(episode.started_at, is_high=episode.pk in high)
        for rung in rules.rungs_reached(ladder, episode.started_at, None, at):
            if rung.key not in done.get(episode.pk, set()):
                due = episode.started_at + rung.after
                yield Broken(episode.child_id, episode.started_at, episode.pk, "missing.episode", due)
                break


def not_offered(see: See, at: datetime) -> Iterator[Broken]:
    late = see(Clock).overdue(at).filter(key=rules.INTERVIEW_OFFER.key)  # type: ignore[attr-defined]
    return of_clocks(late)


def not_held(see: See, at: datetime) -> Iterator[Broken]:
    late = see(Clock).overdue(at).filter(key=rules.RETURN_INTERVIEW.key)  # type: ignore[attr-defined]
    return of_clocks(late)


def held_soon(see: See, at: datetime) -> Iterator[Broken]:
    running = see(Clock).running().filter(due_soon_at__lte=at, due_at__gte=at)  # type: ignore[attr-defined]
    return of_clocks(running.filter(key=rules.RETURN_INTERVIEW.key))


TOLD = tuple(standard.key for standard in rules.TOLD.values())


def not_told(see: See, at: datetime) -> Iterator[Broken]:
    """Of each episode the one who should have been told first."""
    late = see(Clock).overdue(at).filter(key__in=TOLD)  # type: ignore[attr-defined]
    return of_clocks(late.order_by("entry_id", "due_at", "pk").distinct("entry_id"))


LINKS = [
    BrokenLink(
        "missing.unacknowledged",
        "Still missing, and nobody senior has taken notice",
        "An open episode climbs until a named person says what is being done.",
        "Local ladder; {missing_children}",
        unacknowledged,
        reads=settings.CLIMBED,
        mends=(Mend("Say what is being done", "missing:episode", Power.APPROVE),),
    ),
    BrokenLink(
        "missing.not_told",
        "Missing, and somebody who has to know was not told",
        "Nobody can look for a child they do not know is missing.",
        "{missing_children}: without delay; the hours are local",
        not_told,
        reads=TOLD,
        mends=(Mend("Say who was told", "missing:episode", Power.REPORT),),
    ),
    BrokenLink(
        "missing.interview_overdue",
        "Return interview overdue",
        "A child who came back should be listened to within 72 hours.",
        rules.RETURN_INTERVIEW.source,
        not_held,
        reads=(rules.RETURN_INTERVIEW.key,),
    ),
    BrokenLink(
        "missing.interview_due_soon",
        "Return interview due soon",
        "There is still time to listen within 72 hours.",
        rules.RETURN_INTERVIEW.source,
        held_soon,
        is_coming=True,
        reads=(rules.RETURN_INTERVIEW.key,),
    ),
    BrokenLink(
        "missing.not_offered",
        "Returned, and no interview offered",
        "An interview is offered after every return.",
        rules.INTERVIEW_OFFER.source,
        not_offered,
        reads=(rules.INTERVIEW_OFFER.key,),
    ),
]
