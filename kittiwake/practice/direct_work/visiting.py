"""What visits do to clocks. Called by recording only."""

from __future__ import annotations

from datetime import date, datetime, time

from kittiwake.practice.direct_work import rules
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.placements.models import Move
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.clocks.rules import LONDON, Standard
from kittiwake.record.models import Child, Track
from kittiwake.ui.dates import local_date

TRACK_OF = {rules.IN_CARE: "in_care", rules.PROTECTION: "child_protection", rules.IN_NEED: "child_in_need"}


def midday(day: date) -> datetime:
    """A moment for what is known by the day alone."""
    return datetime.combine(day, time(12), LONDON)


def settle(child: Child, kind: str) -> None:
    """Make the clocks of this kind of visit agree with the visits that stand, in whatever order they were recorded.

    Each visit at which the child was seen stops the clock that was running when it was held, and starts the next.
    """
    if kind not in rules.STOPS:
        return
    visits = list(
        Session.objects.held()
        .filter(child=child, kind=kind, seen=True)
        .select_related("entry")
        .order_by("held_at", "pk")
    )
    for visit in visits:
        standard = _next_after(child, visit)
        _cancel_others(visit, standard)
        if standard is not None:
            clocks.start(standard, entry=visit.entry, at=visit.held_at, time_known=visit.time_known)  # type: ignore[arg-type]
    running = Clock.objects.filter(
        entry__child=child, key__in=rules.STOPS[kind], cancelled_at=None, entry__struck_out_at=None
    )
    for clock in running.select_related("entry", "stopped_by"):
        _stop_by_first_after(clock, visits)


def _next_after(child: Child, visit: Session) -> Standard | None:
    """The standard of the next visit; none where the child was no longer on that track that day."""
    assert visit.held_at is not None
    seen_on = local_date(visit.held_at)
    if not Track.objects.on(seen_on).filter(child=child, kind=TRACK_OF[visit.kind]).exists():
        return None
    if visit.kind == rules.PROTECTION:
        return rules.PROTECTION_VISIT
    if visit.kind == rules.IN_NEED:
        return rules.IN_NEED_VISIT
    move = Move.objects.of(child, seen_on)
    if move is None:
        return rules.SIX_WEEKLY
    return rules.next_care_visit(
        move.arrangement,
        placed_on=move.placement.starts_on,
        seen_on=seen_on,
        first_review_on=move.first_review_on,
    )


def _cancel_others(visit: Session, standard: Standard | None) -> None:
    """What was thought to be next after this visit, before the placement or its review was known."""
    running = Clock.objects.filter(entry=visit.entry, stopped_at=None, cancelled_at=None)
    for clock in running.exclude(key=standard.key if standard else ""):
        clocks.cancel(clock.key, entry=visit.entry, at=visit.held_at, reason="Another interval applies")  # type: ignore[arg-type]


def _stop_by_first_after(clock: Clock, visits: list[Session]) -> None:
    later = [
        one for one in visits if one.held_at and one.held_at >= clock.started_at and one.pk != clock.entry_id
    ]
    first = later[0] if later else None
    if clock.stopped_by is not None:
        if first and (clock.stopped_by_id, clock.stopped_at) == (first.pk, first.held_at):
            return
        clocks.reopen(clock.key, entry=clock.entry, stopped_by=clock.stopped_by)
    if first and first.held_at:
        clocks.stop(clock.key, entry=clock.entry, at=first.held_at, by_entry=first.entry)
