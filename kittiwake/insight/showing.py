"""What the pages of measures show: each figure with what it rests on, and the rows behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils.timezone import now

from kittiwake.access.identity import acting_as_system
from kittiwake.access.permissions import SEES_NO_CHILD
from kittiwake.access.viewer import Viewer
from kittiwake.insight import counting
from kittiwake.insight.results import NO_TEAM, team_names
from kittiwake.insight.rules import HIDDEN, Figure, Sizes, protect
from kittiwake.insight.settings import sizes
from kittiwake.primitives.clocks.citing import cited
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.record.models import Child, Entry, Worker
from kittiwake.ui.dates import MONTHS, local_date, long_date, short_date

YEAR = timedelta(days=365)
MANY = 500
DIRECTIONS = {
    "up": "Higher is better",
    "down": "Lower is better",
    "context": "Neither higher nor lower is better",
}


@dataclass(frozen=True)
class Period:
    first: date
    last: date

    def __str__(self) -> str:
        return f"{long_date(self.first)} to {long_date(self.last)}"

    @property
    def query(self) -> str:
        """As the address says it, for links to the same period."""
        parts = {name: getattr(self, name) for name in ("first", "last")}
        fields = {
            f"{name}_{part}": getattr(on, part)
            for name, on in parts.items()
            for part in ("day", "month", "year")
        }
        return urlencode(fields)


def said(measure: Measure, figure: Figure) -> str:
    """63%, 18.5 hours, 12: as people say it."""
    if figure.is_hidden:
        return HIDDEN
    if figure.value is None:
        return "No cases"
    if measure.is_share:
        return f"{figure.value * 100:.0f}%"
    if measure.how in ("count", "children"):
        return f"{figure.value:,.0f}"
    return f"{figure.value:,.1f}{f' {measure.unit}' if measure.unit else ''}"


def rests_on(measure: Measure, figure: Figure) -> str:
    """12 of 19; of 19 cases; nothing for a plain count."""
    if figure.is_hidden:
        return HIDDEN
    if figure.denominator is None:
        return ""
    if figure.numerator is None:
        return f"{figure.denominator:,} cases"
    word = "for" if measure.how in ("each", "ratio") else "of"
    return f"{figure.numerator:,} {word} {figure.denominator:,}"


@dataclass
class Figures:
    """The figures this viewer is shown. Whoever may see no child is shown the whole council's, small numbers hidden."""

    viewer: Viewer
    period: Period

    @property
    def is_protected(self) -> bool:
        return self.viewer.user.role in SEES_NO_CHILD

    @cached_property
    def sizes(self) -> Sizes:
        """As small as may be shown today, whatever the period."""
        return sizes(local_date(now()))

    def shows(self, measure: Measure) -> bool:
        return not measure.asks or self.is_protected or self.viewer.may(measure.asks)

    @contextmanager
    def _looking(self) -> Iterator[None]:
        if not self.is_protected:
            yield
            return
        with acting_as_system():
            yield

    def of(self, measure: Measure, group: str = "none") -> list[Figure]:
        with self._looking():
            found = counting.figures(measure, self.period.first, self.period.last, group)
        return protect(found, self.sizes) if self.is_protected else found


@dataclass
class MeasuresPage:
    figures: Figures

    @property
    def rows(self) -> list[list[Any]]:
        every = catalogue.measures().values()
        return [self._row(measure) for measure in every if self.figures.shows(measure)]

    def _row(self, measure: Measure) -> list[Any]:
        (figure,) = self.figures.of(measure)
        href = f"{reverse('insight:measure', args=[measure.key])}?{self.figures.period.query}"
        return [
            {"text": measure.title, "href": href},
            measure.key,
            said(measure, figure),
            rests_on(measure, figure),
            DIRECTIONS[measure.direction],
        ]


@dataclass
class MeasurePage:
    measure: Measure
    figures: Figures

    @property
    def may_see_rows(self) -> bool:
        return self.figures.viewer.may("measures.rows") and not self.figures.is_protected

    @cached_property
    def whole(self) -> Figure:
        return self.figures.of(self.measure)[0]

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
    def months(self) -> list[list[Any]]:
        return [
            self._row(_month(f.group or ""), f, month=f.group) for f in self.figures.of(self.measure, "month")
        ]

    @property
    def teams(self) -> list[list[Any]]:
        names = team_names()
        found = self.figures.of(self.measure, "team")
        rows = [self._row(names.get(f.group or "", NO_TEAM), f, team=f.group) for f in found]
        return sorted(rows, key=lambda row: row[0]["text"])

    def _row(self, name: str, figure: Figure, **only: str | None) -> list[Any]:
        chosen = {key: value for key, value in only.items() if value}
        href = self.rows_url(**chosen) if self.may_see_rows and chosen else ""
        return [
            {"text": name, "href": href},
            said(self.measure, figure),
            rests_on(self.measure, figure),
        ]

    def rows_url(self, **only: str) -> str:
        address = reverse("insight:rows", args=[self.measure.key])
        return f"{address}?{self.figures.period.query}{f'&{urlencode(only)}' if only else ''}"


def _month(text: str) -> str:
    """2026-03 as March 2026."""
    year, month = text.split("-")
    return f"{MONTHS[int(month) - 1]} {year}"


@dataclass
class RowsPage:
    """The cases behind a figure, with children the viewer may see: never more than were counted for them."""

    measure: Measure
    figures: Figures
    team: int | None = None
    month: str = ""

    @cached_property
    def cases(self) -> list[counting.Case]:
        period = self.figures.period
        return counting.rows(
            self.measure, period.first, period.last, team=self.team, month=self.month, many=MANY
        )

    @cached_property
    def _children(self) -> dict[int, Child]:
        ids = {case.child_id for case in self.cases if case.child_id}
        return self.figures.viewer.children.prefetch_related("identifiers").in_bulk(ids)

    @cached_property
    def _entries(self) -> dict[int, Entry]:
        if self.measure.about != "entry":
            return {}
        return self.figures.viewer.see(Entry).in_bulk([case.case_id for case in self.cases])

    @cached_property
    def _workers(self) -> dict[int, Worker]:
        return Worker.objects.in_bulk({case.worker_id for case in self.cases if case.worker_id})

    @property
    def rows(self) -> list[list[Any]]:
        teams = team_names()
        if self.measure.about == "worker":
            return [self._of_worker(case, teams) for case in self.cases]
        return [self._row(case, teams) for case in self.cases if case.child_id in self._children]

    @property
    def columns(self) -> list[str]:
        if self.measure.about == "worker":
            return ["Worker", "Day", "Counted", "Team then"]
        return ["Child", "Day", "Counted", "Team then", "Worker then"]

    def _of_worker(self, case: counting.Case, teams: dict[str, str]) -> list[Any]:
        worker = self._workers.get(case.worker_id or 0)
        name = worker.name if worker else "No worker"
        return [name, short_date(case.on), self._counted(case), teams.get(str(case.team_id), NO_TEAM)]

    def _counted(self, case: counting.Case) -> str:
        """Yes, No, 18.5 hours; of a ratio also whether it stands above the line or below."""
        how, unit = self.measure.how, self.measure.unit
        if case.value is None:
            return "Yes" if case.met else "No"
        value = f"{case.value:,.1f}"
        if how == "weighted":
            return f"{'Yes' if case.met else 'No'}, {value}"
        if how == "ratio":
            return f"{'Counted' if case.met else 'Out of'}: {value}"
        return f"{value} {unit}".strip()

    def _row(self, case: counting.Case, teams: dict[str, str]) -> list[Any]:
        child, entry = self._children[case.child_id or 0], self._entries.get(case.case_id)
        worker = self._workers.get(case.worker_id or 0)
        return [
            {"text": child.name, "href": child.get_absolute_url()},
            {"text": short_date(case.on), "href": _page(entry)} if entry else short_date(case.on),
            self._counted(case),
            teams.get(str(case.team_id), NO_TEAM),
            worker.name if worker else "No worker",
        ]

    @property
    def child_ids(self) -> set[int]:
        return set(self._children)

    @property
    def is_cut(self) -> bool:
        return len(self.cases) == MANY


def _page(entry: Entry) -> str:
    try:
        return entry.get_absolute_url()
    except NoReverseMatch:
        return ""
