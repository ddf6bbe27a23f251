"""What the pages of measures show of each: its figure, what it rests on, and what may be shown to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timezone import now

from kittiwake.access.powers import SEES_NO_CHILD
from kittiwake.access.viewer import Viewer
from kittiwake.insight import keeping
from kittiwake.insight.as_known import end_of
from kittiwake.insight.disclosure import published
from kittiwake.insight.disclosure.words import hidden_of, meaning
from kittiwake.insight.rules import Figure, Sizes
from kittiwake.insight.settings import sizes
from kittiwake.insight.words import DIRECTIONS, rests_on, said, was
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date

Found = dict[tuple[str, str], list[Figure]]  # by the measure's key and the group
WHOLE = ("none",)
YEAR = timedelta(days=365)
# So long what a worker counted for somebody is shown, whatever has changed since.
WAITED_FOR = timedelta(minutes=5)


@dataclass(frozen=True)
class Period:
    first: date
    last: date
    known: date | None = None  # as known at the end of that day

    def __str__(self) -> str:
        return f"{long_date(self.first)} to {long_date(self.last)}"

    @property
    def query(self) -> str:
        """As the address says it, for links to the same period."""
        parts = {name: on for name, on in vars(self).items() if on is not None}
        fields = {
            f"{name}_{part}": getattr(on, part)
            for name, on in parts.items()
            for part in ("day", "month", "year")
        }
        return urlencode(fields)

    @property
    def known_at(self) -> datetime | None:
        return end_of(self.known) if self.known else None


def as_published(period: Period) -> Period:
    """The newest quarter that is published and over by its last day; the oldest where none is."""
    quarters = [published.Quarter.beginning(first) for first in published.quarters(local_date(now()))]
    over = [quarter for quarter in quarters if quarter.last <= period.last]
    return Period(*(over or quarters[-1:])[0])


@dataclass
class Figures:
    """The figures this viewer is shown. Whoever may see no child is shown the whole council's, small numbers hidden."""

    viewer: Viewer
    period: Period
    waited_since: datetime | None = None  # when they were asked of a worker, where that has counted them
    patience: float | None = None  # seconds for counting: what takes longer raises deadline.TakesLonger
    as_of: datetime | None = None  # the oldest of those shown: none is older than the page says
    unchanged: bool = True  # since then

    def __post_init__(self) -> None:
        """Whatever page asks, and for whichever days: whoever sees no child is shown quarters and nothing else."""
        if self.is_protected:
            self.period = as_published(self.period)

    @property
    def is_protected(self) -> bool:
        return self.viewer.user.role in SEES_NO_CHILD

    @cached_property
    def sizes(self) -> Sizes:
        """As small as may be shown today, whatever the period."""
        return sizes(local_date(now()))

    @property
    def meaning(self) -> str:
        return meaning(self.sizes)

    @property
    def counted_again_at(self) -> datetime:
        return (self.waited_since or now()) + WAITED_FOR

    @property
    def every(self) -> list[Measure]:
        return [measure for measure in catalogue.measures().values() if self.shows(measure)]

    def shows(self, measure: Measure) -> bool:
        return not measure.asks or self.is_protected or self.viewer.may(measure.asks)

    def of(
        self,
        measures: Sequence[Measure],
        groups: Sequence[str] = WHOLE,
        known_at: datetime | None = None,
        period: Period | None = None,
    ) -> Found:
        """By the measure's key and the group; of another period than the page's where one is given. For whoever sees no
        child that is a quarter."""
        period = period or self.period
        if self.is_protected:
            return self._published(measures, groups, as_published(period))
        asked = (period.first, period.last, groups, known_at, self.waited_since, self.patience)
        every = keeping.figures_of(measures, *asked)
        times = [counted.as_of for counted in every.values()]
        self.as_of = min([*times, *filter(None, [self.as_of])], default=None)
        self.unchanged = self.unchanged and all(counted.unchanged for counted in every.values())
        return {which: counted.figures for which, counted in every.items()}

    def months(self, measure: Measure, period: Period, known_at: datetime | None = None) -> list[Figure]:
        """Of a longer period than the page's. Whoever sees no child is shown those of the quarters that were published."""
        if self.is_protected:
            return published.months_of(measure.key, period.first, period.last)
        return self.of([measure], ["month"], known_at, period)[measure.key, "month"]

    def _published(self, measures: Sequence[Measure], groups: Sequence[str], period: Period) -> Found:
        every = published.figures(published.Quarter.beginning(period.first), self.sizes, self.patience)
        self.as_of = min(filter(None, [every.known_at, self.as_of]))
        return every.of_each(measures, groups)

    def compares(self, group: str) -> bool:
        """Whether what was known is shown beside what is. Not to whoever sees no child: the difference would be of few."""
        return self.period.known is not None and not self.is_protected

    def then(self, measures: Sequence[Measure], now: Found, groups: Sequence[str] = WHOLE) -> Found:
        """As known at the day asked about, beside `now`; nothing of what is not compared."""
        compared = [group for group in groups if self.compares(group)]
        return self.of(measures, compared, self.period.known_at) if compared else {}


@dataclass
class MeasuresPage:
    figures: Figures

    @cached_property
    def now(self) -> Found:
        return self.figures.of(self.figures.every)

    @cached_property
    def rows(self) -> list[list[Any]]:
        then = self.figures.then(shown := self.figures.every, self.now)
        return [
            self._row(measure, self.now[measure.key, "none"], then.get((measure.key, "none"), []))
            for measure in shown
        ]

    @property
    def not_shown(self) -> str:
        return hidden_of(chain(*self.now.values()))

    def _row(self, measure: Measure, now: list[Figure], then: list[Figure]) -> list[Any]:
        href = f"{reverse('insight:measure', args=[measure.key])}?{self.figures.period.query}"
        return [
            {"text": measure.title, "href": href},
            measure.key,
            said(measure, now[0]),
            rests_on(measure, now[0]),
            *[was(measure, now[0], figure) for figure in then],
            DIRECTIONS[measure.direction],
        ]
