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
    episodes = missing_episodes(tables)
    episodes = episodes.filter(episodes.told_council_at.notnull())
    value = hours_between(episodes.reported_at, episodes.told_council_at)
    return cases(episodes, case_id=episodes.entry_id, on=episodes.started_on, value=value)


def told_in_time(tables: Tables) -> ibis.Table:
    """Each duty to tell somebody, on the day it fell due. One that ended before, because they were back, does not count."""
    clock, entry = tables.since(Clock, "due_at", keys=NOTIFIED), tables(Entry)
    clock = clock.filter(still_owed(clock.cancelled_at, clock.due_at))
    entry = entry.filter(entry.struck_out_at.isnull()).select("child_id", standing_id="id")
    duties = clock.inner_join(entry, clock.entry_id == entry.standing_id)
    duties = duties.mutate(due_on=london(duties.due_at), in_time=duties.stopped_at <= duties.due_at)
    return cases(duties, case_id=duties.entry_id, on=duties.due_on, in_numerator=duties.in_time)


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
