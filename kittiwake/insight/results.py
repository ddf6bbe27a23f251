"""Every measure as plain rows, for programs. Shapes are promised in docs/json.md."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from kittiwake.insight.as_known import end_of
from kittiwake.insight.counting import figures_of
from kittiwake.insight.rules import Figure
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.record.models import Team

NO_TEAM = "No team"
GROUPINGS = ("none", "team", "month")


def results(first: date, last: date, group: str = "none", known: date | None = None) -> list[dict[str, Any]]:
    """{id, title, from, to, known, group, numerator, denominator, value} for each measure and group, both days included.

    A share's value is from 0 to 1. `group` in a row is None, a team's name, a month as 2026-03, or what a group of a
    dimension is called. With `known`, the figures are as they were known at the end of that day. Raises ValueError for a
    grouping there is not, a period that ends before it begins, and one that was not over when it was known.
    """
    if group not in (ways := [*GROUPINGS, *catalogue.dimensions()]):
        raise ValueError(f"Group by {', '.join(ways)}; not {group!r}.")
    if last < first:
        raise ValueError("The last day must not be before the first.")
    if known and known < last:
        raise ValueError("The day it was known must be the last day of the period or a later day.")
    called, every = _called(group), list(catalogue.measures().values())
    figures = figures_of(every, first, last, [group], end_of(known) if known else None)
    return [
        {**_row(measure, first, last, figure, called), "known": known.isoformat() if known else None}
        for measure in every
        for figure in figures[measure.key, group]
    ]


def _called(by: str) -> Callable[[str | None], str | None]:
    """What the groups are called."""
    if dimension := catalogue.dimensions().get(by):
        return dimension.called
    names = team_names() if by == "team" else {}
    return lambda group: names.get(group or "", NO_TEAM) if names else group


def _row(
    measure: Measure, first: date, last: date, figure: Figure, called: Callable[[str | None], str | None]
) -> dict[str, Any]:
    return {
        "id": measure.key,
        "title": measure.title,
        "from": first.isoformat(),
        "to": last.isoformat(),
        "group": called(figure.group),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": None if figure.value is None else round(figure.value, 4),
    }


def team_names() -> dict[str, str]:
    """By id as text, as figures are grouped."""
    return {str(pk): name for pk, name in Team.objects.values_list("pk", "name")}
