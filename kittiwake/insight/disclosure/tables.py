"""Figures of measures as tables, and as one publication: which numbers they show, and what is known of those."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log2

from kittiwake.insight.disclosure.figure import Figure
from kittiwake.insight.disclosure.publication import Cell, Publication, Relation, Shown, at_most, total
from kittiwake.insight.disclosure.sets import Sets
from kittiwake.insight.disclosure.sizes import Sizes

WHOLE = "none"
# What is lost where a figure is not shown: the whole more than a part of it, more of many than of few; a nought most, for
# nobody is in it.
OF_WHOLE, OF_PART, OF_NOUGHT = 40, 10, 200


@dataclass(frozen=True)
class Breakdown:
    """The figures of a measure by "team" or "month", or the whole alone ("none")."""

    by: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Table:
    """One measure for one period. `sets` says of which cases, where that is known: tables of the same cases are linked.

    `how` is the measure's own (primitives.measures.definition.How). `is_out` of what was published before and stays as it was
    then: its figures say with `is_hidden` which of them were not shown, and have their numbers all the same.
    """

    key: str
    how: str
    breakdowns: tuple[Breakdown, ...]
    sets: str = ""
    is_out: bool = False


@dataclass(frozen=True)
class Sum:
    """A table whose figures are those of others taken together: a year, and its quarters."""

    whole: str
    parts: tuple[str, ...]


@dataclass
class Making:
    """A publication being made of tables."""

    sizes: Sizes
    numbers: dict[Cell, int] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    sensitive: dict[Cell, tuple[int, int]] = field(default_factory=dict)
    places: dict[str, dict[str, set[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(set))
    )

    @property
    def every_place(self) -> list[tuple[str, str]]:
        """By what, and which group of it."""
        return sorted(
            {
                (by, group)
                for named in self.places.values()
                for by, groups in named.items()
                for group in groups
            }
        )

    @property
    def publication(self) -> Publication:
        """What is not so in these figures (of a case that moved as it was counted) is known to nobody."""
        for name, breakdowns in self.places.items():
            self.relations += _of_parts(name, breakdowns)
        known = dict.fromkeys(each for each in self.relations if self._is_true(each))
        return Publication(self.numbers, tuple(known), tuple(self.shown), self.sensitive)

    def _is_true(self, relation: Relation) -> bool:
        return all(cell in self.numbers for cell, _ in relation.weights) and relation.holds(self.numbers)

    def add(self, table: Table) -> None:
        names = Names.of(table)
        for breakdown in table.breakdowns:
            for number, figure in enumerate(breakdown.figures):
                self._add(table, names, breakdown.by, number, figure)

    def _add(self, table: Table, names: Names, by: str, number: int, figure: Figure) -> None:
        above = self._cell(names.above, by, figure, figure.numerator)
        below = self._cell(names.below, by, figure, figure.denominator)
        rest = self._cell(names.rest, by, figure, _rest(table, figure))
        too_few = figure.denominator is not None and 0 < figure.denominator < self.sizes.shared
        if above and below and rest:
            self.relations.append(total(below, [above, rest]))
            # Of everybody but three is as telling as three; and so is none of nine, where elsewhere there are some.
            for cell in (above, rest):
                self._keep_wide(cell, always=too_few and by != WHOLE and self._has_some_elsewhere(cell))
        cells = frozenset(cell for cell in (above, below) if cell)
        for cell in cells:
            self._keep_wide(cell)
        # The highest of anything is somebody's own.
        hides = too_few or (table.how == "maximum" and bool(figure.denominator))
        if table.is_out:
            hides = figure.is_hidden
        key, is_out = key_of(table.key, by, number), table.is_out and not figure.is_hidden
        self.shown.append(Shown(key, cells, _cost(by, figure), hides, is_out))

    def _has_some_elsewhere(self, cell: Cell) -> bool:
        name, _, _ = cell.split("|")
        return self.numbers.get(cell_of(name, WHOLE, ""), 1) > 0

    def _cell(self, name: str, by: str, figure: Figure, number: int | None) -> Cell | None:
        if number is None:
            return None
        group = figure.group or ""
        cell = cell_of(name, by, group)
        if self.numbers.setdefault(cell, number) != number:
            # Counted otherwise after all: a number of its own.
            cell = cell_of(f"{name} {len(self.numbers)}", by, group)
            self.numbers[cell] = number
            return cell
        self.places[name][by].add(group)
        return cell

    def _keep_wide(self, cell: Cell, *, always: bool = False) -> None:
        number = self.numbers[cell]
        if always or self.sizes.is_small(number):
            low, high = self.sizes.must_be_possible(number)
            before = self.sensitive.get(cell, (low, high))
            self.sensitive[cell] = (min(low, before[0]), max(high, before[1]))


@dataclass(frozen=True)
class Names:
    """What the numbers of a table are of: the same name, the same number."""

    above: str
    below: str
    rest: str

    @classmethod
    def of(cls, table: Table) -> Names:
        if not table.sets:
            kind = KINDS.get(table.how, "cases")
            return cls(*(f"{kind} {word} {table.key}" for word in ("in", "of", "not in")))
        sets = Sets.read(table.sets)
        every, counted, others = (
            mark or f"none {table.key}" for mark in (sets.cases, sets.counted, sets.cases - sets.counted)
        )
        return {
            "children": cls(f"children {every}", "", ""),
            "children_share": cls(f"children {counted}", f"children {every}", f"others {every} {counted}"),
            "per_child": cls(f"cases {every}", f"children {every}", ""),
            "ratio": cls(f"cases {counted}", f"cases {others}", ""),
            "median": cls("", valued(every), ""),
            "maximum": cls("", valued(every), ""),
        }.get(table.how, cls(f"cases {counted}", f"cases {every}", f"cases {others}"))


def valued(mark: object) -> str:
    """The cases that have a value: as a rule all of them."""
    return f"cases valued {mark}"


KINDS = {"children": "children", "children_share": "children"}


def cell_of(name: str, by: str, group: str) -> Cell:
    return f"{name}|{by}|{group}"


def key_of(table: str, by: str, number: int) -> str:
    return f"{table}|{by}|{number}"


def _rest(table: Table, figure: Figure) -> int | None:
    """Those below the line who are not above it. An average has none, nor what is held against something else."""
    above, below = figure.numerator, figure.denominator
    if table.how in ("per_child", "ratio") or above is None or below is None or above > below:
        return None
    return below - above


def _cost(by: str, figure: Figure) -> int:
    many = figure.denominator if figure.numerator is None else figure.numerator
    of = OF_WHOLE if by == WHOLE else OF_PART
    if not many and not figure.denominator:
        return OF_NOUGHT
    return of + round(2 * log2(1 + (many or 0)))


def _of_parts(name: str, breakdowns: dict[str, set[str]]) -> Iterator[Relation]:
    """All teams are the whole, and all months."""
    if WHOLE not in breakdowns:
        return
    for by, groups in breakdowns.items():
        if by != WHOLE:
            yield from comes_to(
                cell_of(name, WHOLE, ""), [cell_of(name, by, group) for group in sorted(groups)]
            )


def comes_to(whole: Cell, parts: Sequence[Cell]) -> Iterator[Relation]:
    """Cases add up. A child may be in several of the parts."""
    if whole.startswith("cases"):
        yield total(whole, parts)
        return
    yield at_most([whole], parts)
    if whole.startswith("children"):
        yield from (at_most([part], [whole]) for part in parts)
