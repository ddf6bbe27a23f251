"""Makes a child's clocks agree with the facts: whatever was recorded, corrected, undone or struck out, and in what order.

Called by whatever records a fact that a duty hangs on. What is already due stays due when it was, unless the fact that
started it moved, or holidays it was counted with were published since.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import datetime

from django.db.models import Q

from kittiwake.access.identity import acting_as_system
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.clocks import duties, limits
from kittiwake.primitives.clocks.duties import Duty
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child
from kittiwake.record.recording import lines
from kittiwake.time.calendar import england_and_wales
from kittiwake.time.moments import local_date

NOT_ASKED = "What it followed from was corrected"


_WAITING: ContextVar[dict[int, tuple[Child, datetime]] | None] = ContextVar("waiting", default=None)


@contextmanager
def settle_once() -> Iterator[None]:
    """Inside, several facts about a child are recorded; their clocks are settled when the last is."""
    if _WAITING.get() is not None:
        yield
        return
    waiting: dict[int, tuple[Child, datetime]] = {}
    before = _WAITING.set(waiting)
    try:
        yield
    finally:
        _WAITING.reset(before)
    for child, at in waiting.values():
        settle(child, at)


@whole()
def settle(child: Child, at: datetime) -> None:
    """For all of the child's record, whoever writes: nothing of it comes back to them."""
    waiting = _WAITING.get()
    if waiting is not None:
        waiting[child.pk] = (child, at)
        return
    with acting_as_system():
        # Not against rows that point at the child: two people who record at once have each written one already.
        child.refresh_from_db(from_queryset=Child.objects.select_for_update(no_key=True))
        facts = duties.facts_of(child, at)
        if lines.give_lines(facts.tracks):
            facts = duties.facts_of(child, at)
        standing = _standing(child)
        new: list[Clock] = []
        for duty in duties.asked(facts):
            if clock := standing.pop((duty.entry_id, duty.standard.key), None):
                _agree(duty, clock)
            else:
                new.append(_new(duty))
        Clock.objects.bulk_create(new)
        for clock in standing.values():
            if clock.cancelled_at is None:
                _change(clock, stopped_at=None, stopped_by_id=None, **_fell_away(clock.started_at, NOT_ASKED))


def settle_everybody(at: datetime) -> None:
    """Every child of whom something may be owed, each in a transaction of their own. A day that no limit can be counted
    from leaves that one child's clocks as they were.
    """
    with acting_as_system():
        known = Q(entries__isnull=False) | Q(tracks__isnull=False)
        keys = list(Child.objects.filter(known, withdrawn_at=None).distinct().values_list("pk", flat=True))
    for key in keys:
        with suppress(Refused), acting_as_system():
            settle(Child.objects.get(pk=key), at)


def _standing(child: Child) -> dict[tuple[int, str], Clock]:
    """Of each entry and standard the clock that stands, or the last that was cancelled."""
    of_child, governed = Clock.objects.filter(entry__child=child), duties.governed()
    clocks = [clock for clock in of_child if clock.key in governed]
    ordered = sorted(clocks, key=lambda clock: (clock.cancelled_at is None, clock.pk))
    return {(clock.entry_id, clock.key): clock for clock in ordered}


def _new(duty: Duty) -> Clock:
    return Clock(entry_id=duty.entry_id, key=duty.standard.key, **_started(duty), **_ending(duty))


def _agree(duty: Duty, clock: Clock) -> None:
    ending = _ending(duty)
    if _has_moved(duty, clock) or _may_be_counted(clock):
        _change(clock, **_started(duty), **ending)
    else:
        _change(clock, **ending)


def _has_moved(duty: Duty, clock: Clock) -> bool:
    if duty.counted_from is not None and _started(duty)["due_at"] != clock.due_at:
        return True  # earlier time that counts was recorded since
    return clock.started_at != duty.starts_at or clock.time_known != duty.time_known


def _started(duty: Duty) -> dict[str, object]:
    known = duty.time_known or duty.counted_from is not None
    due = limits.due(duty.standard, duty.counted_from or duty.starts_at, time_known=known)
    return {
        "started_at": duty.starts_at,
        "time_known": duty.time_known,
        "due_at": due.due_at,
        "due_soon_at": max(due.due_soon_at, duty.starts_at),
        "rule_version": due.version.effective_from,
        "holidays_known": due.holidays_known,
    }


def _may_be_counted(clock: Clock) -> bool:
    return not clock.holidays_known and england_and_wales().is_published(local_date(clock.due_at))


def _ending(duty: Duty) -> dict[str, object]:
    """Met, or over, or neither. Where both, what came first; an act on the day it ended came first."""
    if duty.met is not None:
        by, none = {"stopped_at": duty.met.at, "stopped_by_id": duty.met.entry_id}, _fell_away(None, "")
        return {**by, **none}
    running = {"stopped_at": None, "stopped_by_id": None}
    return {**running, **_fell_away(duty.over_at, duty.why_over)}


def _fell_away(at: datetime | None, reason: str) -> dict[str, object]:
    return {"cancelled_at": at, "cancelled_reason": reason[:300]}


def _change(clock: Clock, **fields: object) -> None:
    changed = {name: value for name, value in fields.items() if getattr(clock, name) != value}
    if changed:
        Clock.objects.filter(pk=clock.pk).update(**changed)
