"""What the pages of measures show of each: its figure, what it rests on, and what may be shown to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timezone import now

from kittiwake.access.identity import acting_as_system
from kittiwake.access.powers import SEES_NO_CHILD
from kittiwake.access.viewer import Viewer
from kittiwake.insight import keeping
from kittiwake.insight.as_known import end_of
from kittiwake.insight.rules import Figure, Sizes, beside, protect
from kittiwake.insight.settings import sizes
from kittiwake.insight.words import rests_on, said, was
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date

Found = dict[tuple[str, str], list[Figure]]  # by the measure's key and the group
WHOLE = ("none",)
YEAR = timedelta(days=365)
WAITED_FOR = timedelta(
    minutes=5
)  # so long what a worker counted for somebody is shown, whatever has changed since
DIRECTIONS = {
    "up": "Higher is better",
    "down": "Lower is better",
    "context": "Neither higher nor lower is better",
}


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


@dataclass
class Figures:
    """The figures this viewer is shown. Whoever may see no child is shown the whole council's, small numbers hidden."""

    viewer: Viewer
    period: Period
    waited_since: datetime | None = None  # when they were asked of a worker, where that has counted them
    patience: float | None = None  # seconds for counting: what takes longer raises deadline.TakesLonger
    as_of: datetime | None = None  # the oldest of those shown: none is older than the page says
    unchanged: bool = True  # since then

    @property
    def is_protected(self) -> bool:
        return self.viewer.user.role in SEES_NO_CHILD

    @cached_property
    def sizes(self) -> Sizes:
        """As small as may be shown today, whatever the period."""
        return sizes(local_date(now()))

    @property
    def counted_again_at(self) -> datetime:
        return (self.waited_since or now()) + WAITED_FOR

    @property
    def every(self) -> list[Measure]:
        return [measure for measure in catalogue.measures().values() if self.shows(measure)]

    def shows(self, measure: Measure) -> bool:
        return not measure.asks or self.is_protected or self.viewer.may(measure.asks)

    @contextmanager
    def _looking(self) -> Iterator[None]:
        if not self.is_protected:
            yield
            return
        with acting_as_system():
            yield

    def of(
        self,
        measures: Sequence[Measure],
        groups: Sequence[str] = WHOLE,
        known_at: datetime | None = None,
        period: Period | None = None,
    ) -> Found:
        """By the measure's key and the group; of another period than the page's where one is given."""
        counted = self._counted(measures, groups, known_at, period or self.period)
        return {which: self._shown(figures) for which, figures in counted.items()}

    def months(self, measure: Measure, period: Period, known_at: datetime | None = None) -> list[Figure]:
        """Of a longer period than the page's. Those that are in the page's own are hidden as its total asks as well: what
        is hidden beside one of the two is shown beside neither."""
        months = self._counted([measure], ["month"], known_at, period)[measure.key, "month"]
        if not self.is_protected:
            return months
        first, last = (f"{day:%Y-%m}" for day in (self.period.first, self.period.last))
        own = [month for month in months if first <= (month.group or "") <= last]
        shown = [*protect(months, self.sizes), *protect(own, self.sizes)]
        hidden = {figure.group: figure for figure in shown if figure.is_hidden}
        return [hidden.get(month.group, month) for month in months]

    def _counted(
        self, measures: Sequence[Measure], groups: Sequence[str], known_at: datetime | None, period: Period
    ) -> Found:
        """Before anything is hidden."""
        with self._looking():
            asked = (period.first, period.last, groups, known_at, self.waited_since, self.patience)
            every = keeping.figures_of(measures, *asked)
        times = [counted.as_of for counted in every.values()]
        self.as_of = min([*times, *filter(None, [self.as_of])], default=None)
        self.unchanged = self.unchanged and all(counted.unchanged for counted in every.values())
        return {which: counted.figures for which, counted in every.items()}

    def _shown(self, figures: list[Figure]) -> list[Figure]:
        return protect(figures, self.sizes) if self.is_protected else figures

    def compares(self, group: str) -> bool:
        """Whether what was known is shown beside what is. Of a breakdown it is not where small numbers are hidden: what
        the total hides, its parts would give away."""
        return self.period.known is not None and (group == "none" or not self.is_protected)

    def then(self, measures: Sequence[Measure], now: Found, groups: Sequence[str] = WHOLE) -> Found:
        """As known at the day asked about, beside `now`; nothing of what is not compared."""
        compared = [group for group in groups if self.compares(group)]
        if not compared:
            return {}
        as_known = self.of(measures, compared, self.period.known_at)
        if not self.is_protected:
            return as_known
        return {
            which: [beside(then, now[which][0], self.sizes) for then in figures]
            for which, figures in as_known.items()
        }


@dataclass
class MeasuresPage:
    figures: Figures

    @cached_property
    def rows(self) -> list[list[Any]]:
        now = self.figures.of(shown := self.figures.every)
        then = self.figures.then(shown, now)
        return [
            self._row(measure, now[measure.key, "none"], then.get((measure.key, "none"), []))
            for measure in shown
        ]

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
