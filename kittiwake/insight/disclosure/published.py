"""The figures of a quarter as whoever sees no child is shown them: of all measures, protected together, once.

What one page shows is held against what another does, so it is always all measures with all their breakdowns that are
protected, whichever page asks first. From then on they are what they are: tomorrow less today would be a child of whom was
told late.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.utils.timezone import now

from kittiwake.access.identity import acting_as_system
from kittiwake.insight import keeping, recording
from kittiwake.insight.counting import GROUPS, SETS
from kittiwake.insight.disclosure import Breakdown, Sizes, Table, protect
from kittiwake.insight.disclosure.figure import Figure
from kittiwake.insight.disclosure.quarters import OFFERED, last_of, published
from kittiwake.insight.keeping import Counted
from kittiwake.insight.models import PublishedQuarter
from kittiwake.insight.settings import SETTLED
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure

Found = dict[tuple[str, str], list[Figure]]  # by the measure's key and what it is broken down by


class Quarter(NamedTuple):
    first: date
    last: date

    @classmethod
    def beginning(cls, first: date) -> Quarter:
        return cls(first, last_of(first))


class Published(NamedTuple):
    figures: Found
    known_at: datetime  # as known then

    def of(self, measure: str, group: str) -> list[Figure]:
        """Nothing of a measure that there was not yet when they were published."""
        return self.figures.get((measure, group), [NOT_THERE] if group == "none" else [])

    def of_each(self, measures: Sequence[Measure], groups: Sequence[str]) -> Found:
        return {(measure.key, group): self.of(measure.key, group) for measure in measures for group in groups}


NOT_THERE = Figure(None, None, None, None, is_hidden=True)


def quarters(today: date) -> list[date]:
    """The first days of those that are published, the newest first."""
    return published(today, timedelta(days=limits.count(SETTLED, today)))


def figures(quarter: Quarter, sizes: Sizes, patience: float | None = None) -> Published:
    """As published; or else counted, protected and published now.

    Raises deadline.TakesLonger for what is not counted within `patience`, in seconds.
    """
    with acting_as_system():
        return _as_published(quarter) or _publish(quarter, sizes, patience)


def months_of(measure: str, first: date, last: date) -> list[Figure]:
    """By month, of the quarters in between that were published, whoever asked for them."""
    rows = PublishedQuarter.objects.filter(first_on__gte=first, first_on__lte=last).order_by("first_on")
    return [figure for row in rows for figure in _read(row.figures).get((measure, "month"), [])]


def publish_missing(today: date, sizes: Sizes, most: int = OFFERED) -> None:
    for first in quarters(today)[:most]:
        figures(Quarter.beginning(first), sizes)


def _as_published(quarter: Quarter) -> Published | None:
    row = PublishedQuarter.objects.filter(first_on=quarter.first).first()
    return Published(_read(row.figures), row.known_at) if row else None


def _read(kept: Mapping[str, Mapping[str, list[list[Any]]]]) -> Found:
    return {
        (key, group): [Figure(*figure) for figure in rows]
        for key, groups in kept.items()
        for group, rows in groups.items()
    }


def _publish(quarter: Quarter, sizes: Sizes, patience: float | None) -> Published:
    every, at = list(catalogue.measures().values()), now()
    counted = keeping.figures_of(every, quarter.first, quarter.last, (*GROUPS, SETS), patience=patience)
    protected = protect([_table(measure, counted) for measure in every], sizes)
    if not any(
        figure.numerator or figure.denominator or figure.is_hidden
        for rows in protected.values()
        for figure in rows
    ):
        return Published(protected, at)  # from before there was any record
    recording.publish(quarter.first, protected, at=at)
    # Somebody else may have been first, and what they were shown is what everybody is.
    return _as_published(quarter) or Published(protected, at)


def _table(measure: Measure, counted: dict[tuple[str, str], Counted]) -> Table:
    breakdowns = [Breakdown(group, tuple(counted[measure.key, group].figures)) for group in GROUPS]
    (sets,) = counted[measure.key, SETS].figures
    return Table(measure.key, measure.how, tuple(breakdowns), sets.group or "")
