"""Makes a child's clocks agree with the facts: whatever was recorded, corrected, undone or struck out, and in what order.

Called by whatever records a fact that a duty hangs on. What is already due stays due when it was, unless the fact that
started it moved, or holidays it was counted with were published since.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import datetime

from django.db.models import Q

from kittiwake.access.identity import acting_as_system
from kittiwake.history import recording as history
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


_WAITING: ContextVar[dict[int, datetime] | None] = ContextVar("waiting", default=None)  # by child


@contextmanager
def settle_once() -> Iterator[None]:
    """Inside, several facts about a child are recorded; their clocks are settled when the last is."""
    if _WAITING.get() is not None:
        yield
        return
    waiting: dict[int, datetime] = {}
    before = _WAITING.set(waiting)
    try:
        yield
    finally:
        _WAITING.reset(before)
    for at in dict.fromkeys(waiting.values()):
        settle_all([key for key, moment in waiting.items() if moment == at], at)


@whole()
def settle(child: Child, at: datetime) -> None:
    """For all of the child's record, whoever writes: nothing of it comes back to them."""
    waiting = _WAITING.get()
    if waiting is None:
        settle_all([child.pk], at)
    else:
        waiting[child.pk] = at


@whole()
def settle_all(children: Sequence[int], at: datetime) -> None:
    """Of several children at once: what is refused for one is refused for all of them."""
    history.write_waiting()
    with acting_as_system():
        # Not against rows that point at a child: two people who record at once have each written one already.
        locked = Child.objects.select_for_update(no_key=True).filter(pk__in=children).order_by("pk")
        every = duties.facts_of(list(locked), at)
        if lines.give_lines(track for facts in every for track in facts.tracks):
            every = duties.facts_of([facts.child for facts in every], at)
        standing, changes, new = _standing(children), Changes(), []
        for duty in (duty for facts in every for duty in duties.asked(facts)):
            if clock := standing.pop((duty.entry_id, duty.standard.key), None):
                _agree(duty, clock, changes)
            else:
                new.append(_new(duty))
        for clock in standing.values():
            if clock.cancelled_at is None:
                fell_away = _fell_away(clock.started_at, NOT_ASKED)
                changes.make(clock, stopped_at=None, stopped_by_id=None, **fell_away)
        Clock.objects.bulk_create(new)
        changes.write()


class Changes:
    """What becomes of clocks that stand: what is as it was is not written."""

    def __init__(self) -> None:
        self.clocks: list[Clock] = []
        self.fields: set[str] = set()

    def make(self, clock: Clock, **fields: object) -> None:
        changed = {name: value for name, value in fields.items() if getattr(clock, name) != value}
        if changed:
            for name, value in changed.items():
                setattr(clock, name, value)
            self.clocks.append(clock)
            self.fields |= changed.keys()

    def write(self) -> None:
        if self.clocks:
            fields = sorted(self.fields)
            Clock.objects.bulk_create(
                self.clocks, update_conflicts=True, unique_fields=["pk"], update_fields=fields
            )


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


def _standing(children: Sequence[int]) -> dict[tuple[int, str], Clock]:
    """Of each entry and standard the clock that stands, or the last that was cancelled."""
    theirs, governed = Clock.objects.filter(entry__child__in=children), duties.governed()
    clocks = [clock for clock in theirs if clock.key in governed]
    ordered = sorted(clocks, key=lambda clock: (clock.cancelled_at is None, clock.pk))
    return {(clock.entry_id, clock.key): clock for clock in ordered}


def _new(duty: Duty) -> Clock:
    return Clock(entry_id=duty.entry_id, key=duty.standard.key, **_started(duty), **_ending(duty))


def _agree(duty: Duty, clock: Clock, changes: Changes) -> None:
    ending = _ending(duty)
    if _has_moved(duty, clock) or _may_be_counted(clock):
        changes.make(clock, **_started(duty), **ending)
    else:
        changes.make(clock, **ending)


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
