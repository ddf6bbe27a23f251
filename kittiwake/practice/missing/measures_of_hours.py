"""How long children are away, and how long until the council knows. P numbers are those of the council's own list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kittiwake.practice.missing import rules
from kittiwake.practice.missing.counted import STATUTORY, measure, missing_episodes
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.tables import (
    HOUR,
    Tables,
    cases,
    day,
    end_of_day,
    hours_between,
    london,
    still_owed,
)
from kittiwake.record.models import Child, Entry

if TYPE_CHECKING:
    import ibis

LONG = 24  # hours: local


def _over(tables: Tables) -> ibis.Table:
    """On the day they came back: how long somebody was away is known when they are back, and changes no more."""
    found = missing_episodes(tables)
    found = found.filter(found.returned_at.notnull()).mutate(over_on=london(found.returned_at))
    return found.mutate(hours=hours_between(found.started_at, found.returned_at))


def hours_missing(tables: Tables) -> ibis.Table:
    found = _over(tables)
    return cases(found, case_id=found.entry_id, on=found.over_on, value=found.hours)


def missing_long(tables: Tables) -> ibis.Table:
    found = _over(tables)
    return cases(found, case_id=found.entry_id, on=found.over_on, met=found.hours > LONG)


def longest_open(tables: Tables) -> ibis.Table:
    """Those who were still missing as the last day ended, and the hours until then."""
    import ibis

    found = missing_episodes(tables)
    ended_on = london(ibis.coalesce(found.returned_at, found.closed_at))
    child = tables(Child)
    child = child.filter(child.birth_is == "known").select("born_on", whose_id="id")
    found = found.left_join(child, found.child_id == child.whose_id)
    grown = _number(day(tables.as_of)) - _number(found.born_on) >= rules.ADULT_AT * 1_00_00
    then = _number(found.started_on) - _number(found.born_on) >= rules.ADULT_AT * 1_00_00
    ended_by_age = ibis.coalesce(grown & ~then, ibis.literal(False))
    still = (
        ~ended_by_age
        & (found.started_on <= day(tables.as_of))
        & (ended_on.isnull() | (ended_on > day(tables.as_of)))
    )
    found = found.filter(still)
    value = (end_of_day(tables.as_of) - found.started_at.epoch_seconds()).cast("float64") / HOUR
    return cases(found, case_id=found.entry_id, on=day(tables.as_of), value=value)


def _number(on: Any) -> Any:
    """2026-11-30 as 20261130: a birthday has come round when the difference is whole years."""
    return (on.year() * 100 + on.month()) * 100 + on.day()


def told_late(tables: Tables) -> ibis.Table:
    """Only where the police told us, and when is known."""
    found = missing_episodes(tables)
    found = found.filter(found.told_council_at.notnull())
    value = hours_between(found.reported_at, found.told_council_at)
    return cases(found, case_id=found.entry_id, on=found.started_on, value=value)


def told_in_time(tables: Tables) -> ibis.Table:
    """Each duty to tell somebody, on the day it fell due. One that ended before, because they were back, does not count."""
    clock, entry = tables(Clock), tables(Entry)
    keys = [standard.key for standard in rules.TOLD.values()]
    clock = clock.filter(clock.key.isin(keys) & still_owed(clock.cancelled_at, clock.due_at))
    entry = entry.filter(entry.struck_out_at.isnull()).select("child_id", standing_id="id")
    found = clock.inner_join(entry, clock.entry_id == entry.standing_id)
    found = found.mutate(due_on=london(found.due_at), in_time=found.stopped_at <= found.due_at)
    return cases(found, case_id=found.entry_id, on=found.due_on, met=found.in_time)


MEASURES = [
    measure(
        "P19b",
        "Whoever has to know told in time",
        "share",
        told_in_time,
        why="Nobody can look for a child they do not know is missing.",
        numerator="Those told within the council’s hours",
        denominator="Duties to tell somebody that fell due in the period while the child was missing",
        direction="up",
        source=f"{STATUTORY}: without delay; the hours are local",
        reads=tuple(standard.key for standard in rules.TOLD.values()),
    ),
    measure(
        "P08",
        "Hours missing",
        "median",
        hours_missing,
        why="The longer a child is missing, the more can happen to them.",
        numerator="The middle of the hours from last seen to return, of episodes that were over in the period",
        unit="hours",
    ),
    measure(
        "P08b",
        "Missing for more than 24 hours",
        "share",
        missing_long,
        why="A night away is a night with nobody responsible near.",
        numerator="Those that lasted more than 24 hours",
        denominator="Episodes that were over in the period",
        source="Local protocol",
    ),
    measure(
        "P08c",
        "The longest anybody is missing",
        "most",
        longest_open,
        why="The child who has been gone longest is the first to ask about.",
        numerator="The hours since last seen of the child missing longest, as the last day of the period ended",
        unit="hours",
    ),
    measure(
        "P19",
        "Hours until the police told us",
        "median",
        told_late,
        why="Nobody can help look for a child they do not know is missing.",
        numerator="The middle of the hours from the report to the police telling the council",
        unit="hours",
        source=f"{STATUTORY}: without delay",
    ),
]
