"""Numbers that are published together, what is known of how they hang together, and what shows which of them.

A number is a cell: two figures that show the same number, such as the cases of one measure and what another is a share of,
have the same cell. All are whole and none is below nought.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kittiwake.insight.disclosure.joined import joined

Cell = str


@dataclass(frozen=True)
class Relation:
    """The cells, each as often as it says, come to nought; or, where `is_at_most`, to nought or less."""

    weights: tuple[tuple[Cell, int], ...]
    is_at_most: bool = False

    def sum(self, numbers: Mapping[Cell, int]) -> int:
        return sum(times * numbers[cell] for cell, times in self.weights)

    def holds(self, numbers: Mapping[Cell, int]) -> bool:
        come_to = self.sum(numbers)
        return come_to <= 0 if self.is_at_most else come_to == 0


def total(whole: Cell, parts: Iterable[Cell]) -> Relation:
    return Relation(((whole, -1), *((part, 1) for part in parts)))


def at_most(less: Iterable[Cell], more: Iterable[Cell]) -> Relation:
    return Relation((*((cell, 1) for cell in less), *((cell, -1) for cell in more)), is_at_most=True)


@dataclass(frozen=True)
class Shown:
    """A figure: its numbers are shown together or not at all. `cost` is what is lost where it is not."""

    key: str
    cells: frozenset[Cell]
    cost: int = 1
    must_hide: bool = False
    is_out: bool = False  # it was published before, and cannot be hidden any more


@dataclass(frozen=True)
class Publication:
    """`sensitive` says of a cell between which numbers it must still be able to be (sizes.must_be_possible)."""

    numbers: Mapping[Cell, int]
    relations: tuple[Relation, ...]
    shown: tuple[Shown, ...]
    sensitive: Mapping[Cell, tuple[int, int]] = field(default_factory=dict)

    def visible(self, hidden: Iterable[str]) -> set[Cell]:
        """What can be read where these figures are hidden: a number is hidden only where all that show it are."""
        kept_back = set(hidden)
        return {cell for each in self.shown if each.key not in kept_back for cell in each.cells}

    def parts(self) -> Iterator[Publication]:
        """What hangs together, each by itself."""
        groups = joined(
            self.numbers,
            [
                *([cell for cell, _ in relation.weights] for relation in self.relations),
                *(each.cells for each in self.shown),
            ],
        )
        for cells in groups:
            yield Publication(
                {cell: self.numbers[cell] for cell in cells},
                tuple(each for each in self.relations if each.weights[0][0] in cells),
                tuple(each for each in self.shown if cells.issuperset(each.cells)),
                {cell: reach for cell, reach in self.sensitive.items() if cell in cells},
            )
