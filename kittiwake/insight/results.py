"""Every measure as plain rows, for programs. Shapes are promised in docs/json.md."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.utils.timezone import now

from kittiwake.insight.as_known import end_of
from kittiwake.insight.counting import figures_of
from kittiwake.insight.disclosure import published
from kittiwake.insight.rules import Figure
from kittiwake.insight.settings import sizes
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.record.models import Team
from kittiwake.time.moments import local_date

NO_TEAM = "No team"
GROUPINGS = ("none", "team", "month")


def for_publishing(first: date, last: date, group: str = "none") -> list[dict[str, Any]]:
    """As results, of a quarter and as known when its figures were published, without small numbers and what would give them
    away; each row says with `hidden` whether it is one of those. Raises ValueError for a period that is not published."""
    _refuse_unknown(group, GROUPINGS)
    today = local_date(now())
    offered = [published.Quarter.beginning(first_day) for first_day in published.quarters(today)]
    if (first, last) not in offered:
        newest = offered[0]
        raise ValueError(f"Figures are published by quarter. The newest is {newest.first} to {newest.last}.")
    every = published.figures(published.Quarter(first, last), sizes(today))
    called, known = _called(group), local_date(every.known_at).isoformat()
    return [
        {**_row(measure, first, last, figure, called), "known": known, "hidden": figure.is_hidden}
        for measure in catalogue.measures().values()
        for figure in every.of(measure.key, group)
    ]


def results(first: date, last: date, group: str = "none", known: date | None = None) -> list[dict[str, Any]]:
    """{id, title, from, to, known, group, numerator, denominator, value} for each measure and group, both days included.

    A share's value is from 0 to 1. `group` in a row is None, a team's name, a month as 2026-03, or what a group of a
    dimension is called. With `known`, the figures are as they were known at the end of that day. Raises ValueError for a
    grouping there is not, a period that ends before it begins, and one that was not over when it was known.
    """
    _refuse_unknown(group, [*GROUPINGS, *catalogue.dimensions()])
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


def _refuse_unknown(group: str, ways: Sequence[str]) -> None:
    if group not in ways:
        raise ValueError(f"Group by {', '.join(ways)}; not {group!r}.")


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
