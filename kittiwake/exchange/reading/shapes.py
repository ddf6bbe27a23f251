"""What the cells of a column have in common, from a sample of them, and whether that fits a kind of field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kittiwake.exchange.reading.cells import first_shape
from kittiwake.exchange.reading.dates import clock
from kittiwake.exchange.reading.layouts import READERS, FieldKind
from kittiwake.exchange.reading.tables import Cell
from kittiwake.exchange.reading.values import as_text, is_missing_word

_WEEKDAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
    ]
)
MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Shape:
    """A column's cells that say something, as they are; and what most of them look like."""

    cells: tuple[Cell, ...]
    is_time: bool
    is_sex: bool
    is_weekday: bool

    @property
    def is_empty(self) -> bool:
        return not self.cells


def shape_of(cells: Iterable[Cell]) -> Shape:
    said = tuple(cell for cell in cells if (text := as_text(cell)) and not is_missing_word(text))
    return Shape(
        said,
        is_time=_share(said, FieldKind.MOMENT) < 0.2 and bool(said) and _times(said) >= MOSTLY * len(said),
        is_sex=bool(said) and _share(said, FieldKind.SEX) == 1 and len({as_text(c).casefold() for c in said}) < 6
        and any(as_text(c).isalpha() for c in said),
        is_weekday=bool(said) and all(as_text(cell).casefold() in _WEEKDAYS for cell in said),
    )  # fmt: skip


def _times(cells: tuple[Cell, ...]) -> int:
    return sum(1 for cell in cells if clock(cell).value is not None)


def _share(cells: tuple[Cell, ...], kind: FieldKind) -> float:
    reader = READERS[kind]
    return sum(1 for cell in cells if reader(cell).value is not None) / len(cells) if cells else 0.0


def fits(shape: Shape, kind: FieldKind) -> float:
    """From 0 to 1: how many of the cells could be this kind of thing. An empty column is given the benefit."""
    if shape.is_empty:
        return 0.85
    if shape.is_weekday and kind not in (FieldKind.NAME, FieldKind.FULL_NAME):
        return 0.0
    if kind in (FieldKind.TEXT, FieldKind.REFERENCE, FieldKind.NAME, FieldKind.FULL_NAME):
        return _fits_text(shape.cells, kind)
    if kind is FieldKind.DURATION:
        return sum(
            1 for cell in shape.cells if READERS[kind](cell).value is not None or _is_number(cell)
        ) / len(shape.cells)
    if kind in (FieldKind.DATE, FieldKind.MOMENT):
        # A date that no calendar has is a date still: the column is recognised, and the cell doubted.
        dated = sum(READERS[kind](cell).value is not None or _is_dated(cell) for cell in shape.cells)
        return dated / len(shape.cells)
    return _share(shape.cells, kind)


def _is_dated(cell: Cell) -> bool:
    return isinstance(cell, str) and first_shape(cell) == "date"


def _is_number(cell: Cell) -> bool:
    return as_text(cell).replace(".", "", 1).isdigit()


def _fits_text(cells: tuple[Cell, ...], kind: FieldKind) -> float:
    looks = [first_shape(as_text(cell)) for cell in cells]
    if kind is FieldKind.REFERENCE:
        return sum(1 for cell in cells if any(letter.isdigit() for letter in as_text(cell))) / len(cells)
    worded = looks.count("words") / len(cells)
    if kind is FieldKind.TEXT:
        return 0.3 + 0.7 * worded
    plain = sum(1 for cell in cells if not any(letter.isdigit() for letter in as_text(cell))) / len(cells)
    if kind is FieldKind.NAME:
        return min(worded, plain)
    return min(worded, plain, sum(1 for cell in cells if " " in as_text(cell).strip()) / len(cells) + 0.2)
