"""How figures are drawn: the only place of this area that knows charts. Until they are there, the table alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from kittiwake.assurance.performance.models import ReportFigure
from kittiwake.insight.rules import Figure
from kittiwake.primitives.measures import catalogue
from kittiwake.time.moments import MONTHS
from kittiwake.ui.components import Column, columns

CHARTS = "kittiwake.insight.charts"
HIDDEN = "Hidden"
MONTH_COLUMNS = columns("Month", "Figure#", "Rests on#")
TEAM_COLUMNS = columns("Team", "Figure#", "Rests on#")
AS_BEFORE = ", as first published"


@dataclass(frozen=True)
class Drawn:
    """Figures of one measure beside one another: as a chart with its table, or as the table."""

    caption: str
    columns: list[Column]
    rows: list[list[str]]
    chart: Any = None  # insight.charts.chart.Chart

    @property
    def template(self) -> str:
        return "insight/charts/_chart.html" if self.chart else "performance/_figures.html"


def over_time(key: str, rows: Sequence[ReportFigure]) -> Drawn:
    draw = _charts("over_time")
    measure = catalogue.measures().get(key)
    chart = draw(measure, _figures(rows)) if draw and measure and rows else None
    return Drawn("Month by month", MONTH_COLUMNS, [_row(month_name(row.group), row) for row in rows], chart)


def between_teams(key: str, rows: Sequence[ReportFigure]) -> Drawn:
    draw = _charts("between_teams")
    measure = catalogue.measures().get(key)
    names = {row.group: row.name for row in rows}
    chart = draw(measure, _figures(rows), names) if draw and measure and rows else None
    in_order = sorted(rows, key=lambda row: row.name)
    return Drawn("Team by team", TEAM_COLUMNS, [_row(row.name, row) for row in in_order], chart)


def _charts(name: str) -> Callable[..., Any] | None:
    if find_spec(CHARTS) is None:
        return None
    draw: Callable[..., Any] = getattr(import_module(f"{CHARTS}.{name}"), name)
    return draw


def _figures(rows: Sequence[ReportFigure]) -> list[Figure]:
    return [figure_of(row) for row in rows]


def figure_of(row: ReportFigure) -> Figure:
    return Figure(row.group or None, row.numerator, row.denominator, row.value, row.is_hidden)


def _row(name: str, row: ReportFigure) -> list[str]:
    return [name, in_words(row), "" if row.is_hidden else row.rests_on]


def in_words(row: ReportFigure) -> str:
    """Never as nought: what is hidden says so."""
    if row.is_hidden:
        return HIDDEN
    return f"{row.said}{AS_BEFORE if row.is_as_before else ''}"


def month_name(month: str) -> str:
    """2026-03 as March 2026."""
    year, number = month.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"
