"""The figures of a quarter as whoever sees no child is shown them: of all measures, protected together.

What one page shows is held against what another does, so it is always all measures with all their breakdowns that are
protected, whichever page asks. They are as known on one day, and kept for as long as anything is.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from kittiwake.access.identity import acting_as_system
from kittiwake.insight import keeping
from kittiwake.insight.as_known import end_of
from kittiwake.insight.counting import GROUPS, SETS
from kittiwake.insight.disclosure import Breakdown, Sizes, Table, protect
from kittiwake.insight.disclosure.figure import Figure
from kittiwake.insight.disclosure.quarters import last_of, published
from kittiwake.insight.keeping import Counted
from kittiwake.insight.settings import SETTLED
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure


class Quarter(NamedTuple):
    first: date
    last: date
    known: date  # as known at the end of that day

    @classmethod
    def beginning(cls, first: date) -> Quarter:
        last = last_of(first)
        return cls(first, last, last + settles(last))


def settles(on: date) -> timedelta:
    return timedelta(days=limits.count(SETTLED, on))


def quarters(today: date) -> list[date]:
    """The first days of those that are published, the newest first."""
    return published(today, settles(today))


class Figures(NamedTuple):
    by_measure: dict[tuple[str, str], list[Figure]]  # by its key and what it is broken down by
    as_of: datetime | None


def figures(quarter: Quarter, sizes: Sizes, patience: float | None = None) -> Figures:
    """Raises deadline.TakesLonger for what is not counted within `patience`, in seconds."""
    every, known_at = list(catalogue.measures().values()), end_of(quarter.known)
    with acting_as_system():
        # What was counted since that day is right still, whatever has changed: it is as known then.
        asked = (quarter.first, quarter.last, (*GROUPS, SETS), known_at, known_at, patience)
        counted = keeping.figures_of(every, *asked)
    tables = [_table(measure, counted) for measure in every]
    as_of = min((each.as_of for each in counted.values()), default=None)
    return Figures(protect(tables, sizes), as_of)


def _table(measure: Measure, counted: dict[tuple[str, str], Counted]) -> Table:
    breakdowns = [Breakdown(group, tuple(counted[measure.key, group].figures)) for group in GROUPS]
    (sets,) = counted[measure.key, SETS].figures
    return Table(measure.key, measure.how, tuple(breakdowns), sets.group or "")
