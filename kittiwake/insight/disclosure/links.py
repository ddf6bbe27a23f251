"""Tables that are published together, as one publication: what is known of their numbers, within a table and between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kittiwake.insight.disclosure.publication import Cell, Publication, Relation, at_most, total
from kittiwake.insight.disclosure.sets import NOTHING, Sets, sums
from kittiwake.insight.disclosure.sizes import Sizes
from kittiwake.insight.disclosure.tables import WHOLE, Making, Names, Sum, Table, cell_of, comes_to, valued


def publication_of(tables: Sequence[Table], sizes: Sizes, together: Sequence[Sum] = ()) -> Publication:
    making = Making(sizes)
    for table in tables:
        making.add(table)
    making.relations += _links(tables, making)
    making.relations += _together(tables, together, making)
    return making.publication


def _links(tables: Sequence[Table], making: Making) -> Iterator[Relation]:
    """By the marks of their cases."""
    every = [Sets.read(table.sets) for table in tables if table.sets]
    marks = {mark for sets in every for mark in (sets.cases, sets.counted, sets.cases - sets.counted)}
    for mark in sorted(marks - {NOTHING}):
        for place in making.every_place:
            yield from _of_the_same(mark, place)
    for whole, parts in sums(marks):
        for place in making.every_place:
            for kind in ("cases", "children"):
                cells = [cell_of(f"{kind} {part}", *place) for part in parts]
                there = [cell for cell in cells if cell in making.numbers]
                yield from comes_to(cell_of(f"{kind} {whole}", *place), there if kind == "cases" else cells)
    yield from _same_children(every, making)


def _of_the_same(mark: int, place: tuple[str, str]) -> Iterator[Relation]:
    """No more children than cases; and as many cases with a value, or fewer."""
    cases, with_value = cell_of(f"cases {mark}", *place), cell_of(valued(mark), *place)
    yield at_most([cell_of(f"children {mark}", *place)], [cases])
    yield total(cases, [with_value])
    yield at_most([with_value], [cases])


def _same_children(every: Sequence[Sets], making: Making) -> Iterator[Relation]:
    """Of the whole: children who are the same, though the cases are others, and those who come to one another."""
    cells: dict[int, set[Cell]] = defaultdict(set)
    for sets in every:
        named = {
            sets.children: f"children {sets.cases}",
            sets.children_counted: f"children {sets.counted}",
            sets.children - sets.children_counted: f"others {sets.cases} {sets.counted}",
        }
        for mark, name in named.items():
            cell = cell_of(name, WHOLE, "")
            if mark != NOTHING and cell in making.numbers:
                cells[mark].add(cell)
    first = {mark: min(names) for mark, names in cells.items()}
    for mark, names in cells.items():
        yield from (total(first[mark], [other]) for other in sorted(names - {first[mark]}))
    for whole, parts in sums(first):
        yield total(first[whole], [first[part] for part in parts])


def _together(tables: Sequence[Table], together: Sequence[Sum], making: Making) -> Iterator[Relation]:
    """Whole tables that come to another, cell by cell: what a part has no figure of is none there."""
    names = {table.key: Names.of(table) for table in tables}
    for each in together:
        for of in ("above", "below", "rest"):
            whole, parts = getattr(names[each.whole], of), [getattr(names[part], of) for part in each.parts]
            for place in making.every_place:
                cells = [cell for part in parts if (cell := cell_of(part, *place)) in making.numbers]
                yield from comes_to(cell_of(whole, *place), cells)
