"""The figures that pages of inspections stand beside what people say: as the viewer may see them. Reads only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from kittiwake.access.powers import SEES_NO_CHILD
from kittiwake.access.viewer import Viewer
from kittiwake.assurance.inspection import direction
from kittiwake.insight.rules import Figure, protect
from kittiwake.insight.showing import WAITED_FOR, YEAR, Figures, Period
from kittiwake.insight.waiting import recording as waiting
from kittiwake.insight.words import rests_on, said
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.ui.components import TextLink
from kittiwake.ui.deadline import TakesLonger

# Seconds for which a page waits. Whatever is not counted by then a worker counts, for the one who asked (insight.waiting).
PATIENCE = 3.0
HIDDEN = "Not shown: it would tell of a few"
EVERY = ""  # a worker counts all measures of the period: other pages ask for them too


def of_key(key: str) -> Measure | None:
    """None for one that no area declares any more: what was said of it stays."""
    return catalogue.measures().get(key)


def year_to(day: date) -> Period:
    """As the page of measures has it, so that what was counted for one is kept for the other."""
    return Period(day - YEAR, day)


def in_words(measure: Measure, figure: Figure) -> str:
    if figure.is_hidden:
        return HIDDEN
    if figure.value is None:
        return said(measure, figure)
    return ", ".join(filter(None, [said(measure, figure), rests_on(measure, figure)]))


@dataclass
class Live:
    """Some measures over some periods. `is_waiting`: not all could be counted in time."""

    viewer: Viewer
    today: date
    keys: Iterable[str] = ()
    patience: float | None = PATIENCE  # None: as long as the page may take
    is_waiting: bool = False
    _found: dict[tuple[Period, str], Figure] = field(default_factory=dict)

    @cached_property
    def measures(self) -> list[Measure]:
        shown = Figures(self.viewer, year_to(self.today))
        return [
            measure for key in dict.fromkeys(self.keys) if (measure := of_key(key)) and shown.shows(measure)
        ]

    @property
    def of_whom(self) -> str:
        protected = self.viewer.user.role in SEES_NO_CHILD
        return "Figures of the whole council" if protected else "Figures of children you may see"

    @cached_property
    def period(self) -> Period:
        """The year to today; for whoever sees no child the newest quarter that is published."""
        return Figures(self.viewer, year_to(self.today)).period

    @property
    def span(self) -> str:
        return str(self.period) if self.viewer.user.role in SEES_NO_CHILD else "last 12 months"

    @cached_property
    def _now(self) -> dict[str, Figure]:
        return self._count(self.measures, self.period)

    @cached_property
    def _before(self) -> dict[str, Figure]:
        return self._count(self.measures, year_to(self.today - YEAR - timedelta(days=1)))

    def now(self, key: str) -> Figure | None:
        return self._now.get(key)

    def before(self, key: str) -> Figure | None:
        """Of the year before this one."""
        return self._before.get(key)

    def at(self, key: str, first: date, last: date) -> Figure | None:
        """Of the days somebody read it for, as this viewer sees them."""
        measure, period = of_key(key), Period(first, last)
        if measure is None or measure not in self.measures:
            return None
        if (period, key) not in self._found:
            counted = self._count([measure], period)
            self._found |= {(period, name): figure for name, figure in counted.items()}
        return self._found.get((period, key))

    def _count(self, measures: list[Measure], period: Period) -> dict[str, Figure]:
        if not measures or self.is_waiting:
            return {}
        counting = waiting.newest(self.viewer.user, period, EVERY, timezone.now() - WAITED_FOR)
        asked_at = counting.asked_at if counting else None
        figures = Figures(self.viewer, period, asked_at, patience=self.patience)
        try:
            counted = figures.of(measures)
        except TakesLonger:
            waiting.ask(self.viewer.user, period, EVERY, total=len(figures.every), at=timezone.now())
            self.is_waiting = True
            return {}
        return {key: whole for (key, _), (whole,) in counted.items()}

    def said(self, key: str) -> str:
        measure, figure = of_key(key), self.now(key)
        if measure is None or measure not in self.measures:
            return "Not counted here"
        if figure is None:
            return "Being counted: open the page of this measure"
        return in_words(measure, figure)

    def link(self, key: str) -> TextLink | str:
        measure = of_key(key)
        if measure is None or measure not in self.measures:
            return key
        return TextLink(
            f"{measure.title} ({key})", f"{reverse('insight:measure', args=[key])}?{self.period.query}"
        )

    def moved(self, key: str, first: date, last: date) -> str:
        """Since those days, in this viewer's sight: like with like."""
        measure = of_key(key)
        return (
            direction.moved(measure, self.at(key, first, last), self.now(key))
            if measure
            else direction.UNKNOWN
        )

    def kept(self, key: str, figure: Figure, *, is_own: bool) -> str:
        """A figure as somebody put it in. What they saw is not what others may see: to them small numbers are hidden."""
        measure = of_key(key)
        if measure is None:
            return "No longer counted"
        if self.viewer.user.role in SEES_NO_CHILD and not is_own:
            return HIDDEN  # of days of its own, it could be held against those of the quarters that are published
        shown = figure if is_own else protect([figure], Figures(self.viewer, self.period).sizes)[0]
        return in_words(measure, shown)
