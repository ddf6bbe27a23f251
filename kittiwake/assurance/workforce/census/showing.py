"""The figures of the workforce censuses, a census a column. Reads only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from kittiwake.assurance.workforce.census.rules import Figures
from kittiwake.assurance.workforce.models import Census
from kittiwake.ui.dates import long_date

NOT_KNOWN = "–"


def censuses() -> QuerySet[Census]:
    """The newest first. Row-level security gives none to who does not answer for all workers."""
    return Census.objects.order_by("-reference_date")


def percent(rate: Decimal | None) -> str:
    return NOT_KNOWN if rate is None else f"{rate * 100:.1f}%"


def number(value: Decimal | int | None) -> str:
    return NOT_KNOWN if value is None else f"{value:.1f}" if isinstance(value, Decimal) else f"{value}"


ROWS: list[tuple[str, Callable[[Figures], str]]] = [
    ("Social workers in post", lambda figures: number(figures.headcount)),
    ("In post, as whole-time (FTE)", lambda figures: number(figures.fte)),
    ("Agency workers", lambda figures: number(figures.agency_headcount)),
    ("Agency workers, as whole-time (FTE)", lambda figures: number(figures.agency_fte)),
    ("Agency rate: of agency and in post, as whole-time (FTE)", lambda figures: percent(figures.agency_rate)),
    (
        "Vacancy rate: of vacancies and in post, as whole-time (FTE)",
        lambda figures: percent(figures.vacancy_rate),
    ),
    ("Agency workers who cover a vacancy, of all", lambda figures: percent(figures.cover_rate)),
    (
        "Turnover: leavers in the year, of in post, as whole-time (FTE)",
        lambda figures: percent(figures.turnover),
    ),
    ("Cases to a whole-time case holder", lambda figures: number(figures.caseload)),
    ("Absence: days lost, of in post × 253", lambda figures: percent(figures.absence)),
]


def table(censuses: Sequence[Census]) -> tuple[list[dict[str, Any]], list[list[str]]]:
    figures = [census.figures() for census in censuses]
    columns = [{"text": long_date(census.reference_date), "is_number": True} for census in censuses]
    return [{"text": "Figure"}, *columns], [[title, *map(tell, figures)] for title, tell in ROWS]
