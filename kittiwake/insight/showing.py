"""What the pages of measures show: each figure with what it rests on, and the rows behind it."""

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
from kittiwake.areas.powers import Power
from kittiwake.insight import comparing, keeping
from kittiwake.insight.as_known import end_of
from kittiwake.insight.results import GROUPINGS, NO_TEAM, team_names
from kittiwake.insight.rules import Figure, Sizes, beside, protect
from kittiwake.insight.settings import sizes
from kittiwake.insight.words import DIRECTIONS, rests_on, said, was
from kittiwake.primitives.clocks.citing import cited
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.time.moments import MONTHS, local_date
from kittiwake.ui.dates import long_date

Found = dict[tuple[str, str], list[Figure]]  # by the measure's key and the group
WHOLE = ("none",)
YEAR = timedelta(days=365)
WAITED_FOR = timedelta(
    minutes=5
)  # so long what a worker counted for somebody is shown, whatever has changed since


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
        self, measures: Sequence[Measure], groups: Sequence[str] = WHOLE, known_at: datetime | None = None
    ) -> Found:
        """By the measure's key and the group."""
        with self._looking():
            asked = (self.period.first, self.period.last, groups, known_at, self.waited_since, self.patience)
            every = keeping.figures_of(measures, *asked)
        times = [counted.as_of for counted in every.values()]
        self.as_of = min([*times, *filter(None, [self.as_of])], default=None)
        self.unchanged = self.unchanged and all(counted.unchanged for counted in every.values())
        return {which: self._shown(counted.figures) for which, counted in every.items()}

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


@dataclass
class Then:
    """The whole figure by what was known, and how many cases are another now: of those the reader may see."""

    measure: Measure
    figures: Figures
    now: Figure
    figure: Figure

    @property
    def words(self) -> str:
        assert self.figures.period.known
        day, before = long_date(self.figures.period.known), was(self.measure, self.now, self.figure)
        if self.figure.is_hidden:
            return f"As known at {day} it is not shown: beside today’s figure it would tell of a few."
        return f"As known at {day} this was {before[0].lower()}{before[1:]}."

    @property
    def since(self) -> str:
        """Two new cases, and what became of the others. Nothing for whoever sees no case: so few would be told by it."""
        if self.figures.is_protected or self.figures.period.known_at is None:
            return ""
        period = self.figures.period
        counts = comparing.counts_since(self.measure, period.first, period.last, self.figures.period.known_at)
        told = [words.format(many=f"{counts[key]:,}") for key, words in SINCE if key in counts]
        return f"Cases since then, of those you may see: {', '.join(told)}." if told else ""


# In the order in which they are told.
SINCE = (
    (comparing.NEW, "{many} new"),
    (comparing.CHANGED, "{many} changed"),
    (comparing.GONE, "{many} struck out or no longer counted"),
)


@dataclass
class MeasurePage:
    measure: Measure
    figures: Figures

    @property
    def may_see_rows(self) -> bool:
        return self.figures.viewer.may(Power.OPEN_FIGURES) and not self.figures.is_protected

    @cached_property
    def now(self) -> Found:
        return self.figures.of([self.measure], GROUPINGS)

    @cached_property
    def known(self) -> Found:
        return self.figures.then([self.measure], self.now, GROUPINGS)

    @property
    def whole(self) -> Figure:
        return self.now[self.measure.key, "none"][0]

    @property
    def value(self) -> str:
        return said(self.measure, self.whole)

    @property
    def basis(self) -> str:
        return rests_on(self.measure, self.whole)

    @property
    def facts(self) -> list[dict[str, str]]:
        measure = self.measure
        rows = [
            ("Why it matters", measure.why),
            ("Counted", measure.numerator),
            ("Out of", measure.denominator or "Nothing: it is a count or a middle value"),
            ("Better", DIRECTIONS[measure.direction]),
            *([("Beside it", str(measure.benchmark))] if measure.benchmark else []),
            ("Source", cited(measure.source, self.figures.period.last)),
            (
                "Who answers for it",
                f"{measure.author}, to be looked at again by {long_date(measure.review_on)}",
            ),
        ]
        return [{"key": key, "value": value} for key, value in rows]

    @property
    def then(self) -> Then | None:
        figures = self.known.get((self.measure.key, "none"))
        return Then(self.measure, self.figures, self.whole, figures[0]) if figures else None

    @property
    def months(self) -> list[list[Any]]:
        pairs = self._beside("month")
        return [self._row(_month(now.group or ""), now, before, month=now.group) for now, before in pairs]

    @property
    def teams(self) -> list[list[Any]]:
        names, pairs = team_names(), self._beside("team")
        rows = [
            self._row(names.get(now.group or "", NO_TEAM), now, before, team=now.group)
            for now, before in pairs
        ]
        return sorted(rows, key=lambda row: row[0]["text"])

    def _beside(self, group: str) -> list[tuple[Figure, list[str]]]:
        """Each group's figure, and what it was then where that is asked: also of groups in which nothing counts now."""
        figures = self.now[self.measure.key, group]
        if not self.figures.compares(group):
            return [(figure, []) for figure in figures]
        now = {figure.group: figure for figure in figures}
        then = {figure.group: figure for figure in self.known[self.measure.key, group]}
        none = {
            name: Figure(name, None, None, None) for name in sorted(now | then, key=lambda name: name or "")
        }
        pairs = [(now.get(name, nothing), then.get(name, nothing)) for name, nothing in none.items()]
        return [(figure, [was(self.measure, figure, before)]) for figure, before in pairs]

    def _row(self, name: str, figure: Figure, before: list[str], **only: str | None) -> list[Any]:
        chosen = {key: value for key, value in only.items() if value}
        href = self.rows_url(**chosen) if self.may_see_rows and chosen else ""
        return [
            {"text": name, "href": href},
            said(self.measure, figure),
            rests_on(self.measure, figure),
            *before,
        ]

    def rows_url(self, **only: str) -> str:
        address = reverse("insight:rows", args=[self.measure.key])
        return f"{address}?{self.figures.period.query}{f'&{urlencode(only)}' if only else ''}"


def _month(text: str) -> str:
    """2026-03 as March 2026."""
    year, month = text.split("-")
    return f"{MONTHS[int(month) - 1]} {year}"
