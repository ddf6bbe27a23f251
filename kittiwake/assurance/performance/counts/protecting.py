"""What of a whole report may be shown: its tables share totals with one another, and with what was published before.

One call for a whole report (`protect_pack`), so that what hides a number in one table is known in all the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kittiwake.insight.rules import Figure, Sizes, protect


@dataclass(frozen=True)
class Table:
    """The figures of one measure in one grouping."""

    measure: str
    grouped_by: str
    figures: tuple[Figure, ...]
    parts: frozenset[str | None] = frozenset()  # groups that together are the whole of the period
    as_before: frozenset[str | None] = frozenset()  # groups that say what was published of them before


Published = Mapping[
    tuple[str, str, str | None], Sequence[Figure]
]  # by measure, grouping and group: of the same days


def protect_pack(
    tables: Sequence[Table], sizes: Sizes, published: Published, quarters: Published | None = None
) -> list[Table]:
    """Every table of a report as it may be shown. Where a figure differs by a small number from one that was published of
    the same days, the difference would tell of a few: a month says what was published of it, anything else is hidden.

    `quarters` are the figures that whoever sees no child is shown of the same days: what is hidden there is hidden here, and
    what is shown is the same. They were protected together, all measures at once (insight.disclosure).
    """
    shown = [_as_before(_protected(table, sizes), sizes, published) for table in tables]
    shown = [replace(table, figures=tuple(_once_more(table, sizes))) for table in shown]
    return [_as_quarters(table, quarters or {}) for table in shown]


def _as_quarters(table: Table, quarters: Published) -> Table:
    figures, as_before = [], set(table.as_before)
    for figure in table.figures:
        (of_quarter,) = quarters.get((table.measure, table.grouped_by, figure.group), ()) or (figure,)
        if figure != of_quarter and not of_quarter.is_hidden:
            as_before.add(figure.group)
        figures.append(of_quarter)
    return replace(table, figures=tuple(figures), as_before=frozenset(as_before))


def _protected(table: Table, sizes: Sizes) -> Table:
    """The months of the period first: with the whole beside them, they must hide one another."""
    within = [figure for figure in table.figures if not table.parts or figure.group in table.parts]
    others = [figure for figure in table.figures if table.parts and figure.group not in table.parts]
    by_group = {figure.group: figure for figure in [*protect(within, sizes), *protect(others, sizes)]}
    return replace(table, figures=tuple(by_group[figure.group] for figure in table.figures))


def _as_before(table: Table, sizes: Sizes, published: Published) -> Table:
    figures, as_before = [], set()
    for figure in table.figures:
        others = published.get((table.measure, table.grouped_by, figure.group), ())
        close = [] if figure.is_hidden else [other for other in others if _is_close(figure, other, sizes)]
        if close and table.grouped_by == "month":
            as_before.add(figure.group)
            figures.append(close[0])
        else:
            figures.append(without_numbers(figure) if close else figure)
    return replace(table, figures=tuple(figures), as_before=frozenset(as_before))


def _is_close(figure: Figure, other: Figure, sizes: Sizes) -> bool:
    """The two differ by so few that the difference is a small number itself."""
    pairs = zip(_counts(figure), _counts(other), strict=True)
    return not other.is_hidden and any(sizes.is_small(abs(mine - theirs)) for mine, theirs in pairs)


def _counts(figure: Figure) -> tuple[int, int, int]:
    """Above the line, below it, and the rest."""
    numerator, denominator = figure.numerator or 0, figure.denominator or 0
    return numerator, denominator, denominator - numerator


def _once_more(table: Table, sizes: Sizes) -> list[Figure]:
    """Where one was hidden alone for what was published before, the next smallest is hidden with it."""
    hidden = [figure for figure in table.figures if figure.is_hidden]
    others = [figure for figure in table.figures if not figure.is_hidden and _size(figure)]
    if len(hidden) != 1 or not others or table.grouped_by == "none":
        return list(table.figures)
    least = min(others, key=_size)
    return [without_numbers(figure) if figure is least else figure for figure in table.figures]


def _size(figure: Figure) -> int:
    return figure.numerator if figure.numerator is not None else figure.denominator or 0


def without_numbers(figure: Figure) -> Figure:
    return replace(figure, numerator=None, denominator=None, value=None, is_hidden=True)
