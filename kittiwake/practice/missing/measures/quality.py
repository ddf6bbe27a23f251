"""Whether what is recorded of episodes is whole, and recorded while it is of use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kittiwake.practice.missing.measures.counted import measure, returns, standing
from kittiwake.practice.missing.models import Episode
from kittiwake.primitives.clocks.limits import given
from kittiwake.primitives.measures.tables import Tables, cases, london, working_days_between
from kittiwake.record.models import Entry

if TYPE_CHECKING:
    import ibis

LATE = 3  # working days: local


def hour_not_known(tables: Tables) -> ibis.Table:
    episodes = returns(tables)
    in_numerator = ~episodes.returned_time_known
    return cases(episodes, case_id=episodes.entry_id, on=episodes.returned_on, in_numerator=in_numerator)


def written_late(tables: Tables) -> ibis.Table:
    """By when it was written down, beside when it was reported."""
    episodes, entry = standing(tables, tables.since(Episode, "reported_at")), tables(Entry)
    entry = entry.select("recorded_at", written_id="id")
    episodes = episodes.inner_join(entry, episodes.entry_id == entry.written_id)
    reported_on, written_on = london(episodes.reported_at), london(episodes.recorded_at)
    took = working_days_between(reported_on, written_on, tables.days(given.days_off))
    return cases(episodes, case_id=episodes.entry_id, on=reported_on, in_numerator=took > LATE)


MEASURES = [
    measure(
        "P81",
        "Returns whose hour is not known",
        "share",
        hour_not_known,
        why="Without the hour nobody can say how long a child was away, nor until when somebody has to listen.",
        numerator="Those of which only the day is recorded",
        denominator="Returns in the period, from missing or away",
        source="Local: quality of records",
    ),
    measure(
        "P81b",
        "Episodes written down late",
        "share",
        written_late,
        why="Whoever looks for a child tonight reads what was written by tonight.",
        numerator=f"Those written down more than {LATE} working days after they were reported, brought over ones too",
        denominator="Episodes reported in the period, missing or away",
        source=f"Local: quality of records; {LATE} working days",
    ),
]
