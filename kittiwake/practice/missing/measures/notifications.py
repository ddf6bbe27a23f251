"""Whether those who have to know were told, and how soon the police told us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kittiwake.practice.missing.duties import STANDARDS
from kittiwake.practice.missing.measures.counted import STATUTORY, measure, missing_episodes
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.tables import Tables, cases, hours_between, london, still_owed
from kittiwake.record.models import Entry

if TYPE_CHECKING:
    import ibis

NOTIFIED = tuple(standard.key for standard in STANDARDS)


def told_late(tables: Tables) -> ibis.Table:
    """Only where the police told us, and when is known."""
    found = missing_episodes(tables)
    found = found.filter(found.told_council_at.notnull())
    value = hours_between(found.reported_at, found.told_council_at)
    return cases(found, case_id=found.entry_id, on=found.started_on, value=value)


def told_in_time(tables: Tables) -> ibis.Table:
    """Each duty to tell somebody, on the day it fell due. One that ended before, because they were back, does not count."""
    clock, entry = tables.since(Clock, "due_at", keys=NOTIFIED), tables(Entry)
    clock = clock.filter(still_owed(clock.cancelled_at, clock.due_at))
    entry = entry.filter(entry.struck_out_at.isnull()).select("child_id", standing_id="id")
    found = clock.inner_join(entry, clock.entry_id == entry.standing_id)
    found = found.mutate(due_on=london(found.due_at), in_time=found.stopped_at <= found.due_at)
    return cases(found, case_id=found.entry_id, on=found.due_on, in_numerator=found.in_time)


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
        reads=NOTIFIED,
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
