"""From a mapping and a table to values: first a look at how each column writes things, then row by row.

plan = settle(POLICE_MISSING, mapping, table)
for row in table:
    values = apply(plan, row)
    for doubt in doubts(plan, row, values): ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Mapping_
from dataclasses import dataclass, replace
from datetime import time
from functools import partial
from typing import Any

from kittiwake.exchange.reading.columns import Mapping
from kittiwake.exchange.reading.dates import Order, day, order_of
from kittiwake.exchange.reading.doubts import Doubt
from kittiwake.exchange.reading.headings import heading_words, unit_in
from kittiwake.exchange.reading.layouts import READERS, FieldKind, Layout, Target
from kittiwake.exchange.reading.moments import Habit, joined, midnight_is_unknown, moment, times_in
from kittiwake.exchange.reading.tables import Cell, Row, Table
from kittiwake.exchange.reading.unreadable import UnreadableFile
from kittiwake.exchange.reading.values import (
    Reading,
    as_text,
    duration,
    identifier,
    is_missing_word,
    usual_length,
)

# A habit shows within so many rows; the order of day and month is looked for in all of them.
HABIT_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class FieldReader:
    """How one field is read: from which columns (by position), by which reader."""

    field: str
    title: str
    columns: tuple[int, ...]
    read: Callable[..., Reading[Any]]


@dataclass(frozen=True, slots=True)
class Plan:
    """A mapping made ready for one table. `mapping` carries what was learned and is the one to remember."""

    mapping: Mapping
    steps: tuple[FieldReader, ...]


def settle(layout: Layout, mapping: Mapping, table: Table) -> Plan:
    """Looks through the table's columns and fixes how each is read. Raises `UnreadableFile` when a mapped column is gone."""
    places = {heading: at for at, heading in enumerate(table.columns)}
    gone = [heading for headings in mapping.columns.values() for heading in headings if heading not in places]
    if gone:
        raise UnreadableFile(
            f"‘{table.name}’ has no column ‘{gone[0]}’. Choose the columns again for this file."
        )
    wanted = [
        (target, tuple(places[heading] for heading in mapping.columns[target.field]))
        for target in layout.targets
        if mapping.columns.get(target.field)
    ]
    study = _study(wanted, table)
    order = _order_of_file(study, mapping.order)
    steps = tuple(_step(target, at, study[at[0]], study.get(at[-1]), order, table) for target, at in wanted)
    return Plan(replace(mapping, order=order), steps)


def apply(plan: Plan, row: Row) -> dict[str, Reading[Any]]:
    """Each mapped field's reading. Fields without a column are not in it."""
    return {step.field: _read(step, row.values) for step in plan.steps}


def _read(step: FieldReader, cells: list[Cell]) -> Reading[Any]:
    """A cell may hold what no calendar and no counter can: that is a doubt about the cell, whatever it is."""
    try:
        return step.read(*[cells[at] for at in step.columns])
    except (ValueError, ArithmeticError):
        return Reading(None, f"‘{as_text(cells[step.columns[0]])[:40]}’ cannot be read.")


def unread(plan: Plan, row: Row, values: Mapping_[str, Reading[Any]]) -> dict[str, str]:
    """What the row says for fields that could not be read, as it stands there; ‘not known’ says nothing."""
    said = {step.field: _said(row, step) for step in plan.steps if values[step.field].value is None}
    return {name: text for name, text in said.items() if text}


def _said(row: Row, step: FieldReader) -> str:
    texts = [as_text(row.values[at]) for at in step.columns]
    return " ".join(text for text in texts if text and not is_missing_word(text))


def doubts(plan: Plan, row: Row, values: Mapping_[str, Reading[Any]]) -> list[Doubt]:
    """Every doubt about the row; the sentence says where: ‘Row 14, Date of birth: …’."""
    cell_doubts = [
        Doubt(row.line_number, step.field, f"Row {row.line_number}, {step.title}: {values[step.field].doubt}")
        for step in plan.steps
        if values[step.field].doubt
    ]
    return [Doubt(row.line_number, "", row.problem), *cell_doubts] if row.problem else cell_doubts


@dataclass(slots=True)
class _Study:
    """What one column shows of itself."""

    order: Order
    times: list[time | None]
    digits: int


def _study(wanted: list[tuple[Target, tuple[int, ...]]], table: Table) -> dict[int, _Study]:
    """One pass over the table, keeping only what tells something: each column's written dates, first times, lengths."""
    dated = {columns[0] for target, columns in wanted if target.kind in (FieldKind.DATE, FieldKind.MOMENT)}
    timed = {at for target, columns in wanted if target.kind is FieldKind.MOMENT for at in columns}
    numbered = {at for target, columns in wanted if target.kind is FieldKind.REFERENCE for at in columns}
    orders: dict[int, set[Order]] = {at: set() for at in dated}
    first: dict[int, list[Cell]] = {at: [] for at in timed | numbered}
    for number, row in enumerate(table):
        for at in dated:
            cell = row.values[at]
            if cell.__class__ is str and (shown := _order_of_cell(cell)):
                orders[at].add(shown)
        if number < HABIT_ROWS:
            for at, kept in first.items():
                kept.append(row.values[at])
    return {
        at: _Study(
            _together(orders.get(at, set())),
            times_in(first[at]) if at in timed else [],
            usual_length(first[at]) if at in numbered else 0,
        )
        for _, columns in wanted
        for at in columns
    }


def _order_of_cell(cell: Any) -> Order | None:
    """As `order_of`, but quick for what most cells are: 09/03/2025, 2025-03-09, or nothing."""
    if cell[2:3] in ("/", "-", ".") and cell[5:6] == cell[2:3]:
        first, second = cell[:2], cell[3:5]
        if first <= "12" and second <= "12":
            return None
    elif len(cell) < 6 or (cell[4:5] == "-" and cell[:4].isdigit()):
        return None
    order = order_of([cell])
    return None if order is Order.EITHER else order


def _together(orders: set[Order]) -> Order:
    return Order.BOTH if len(orders) > 1 else next(iter(orders), Order.EITHER)


def _order_of_file(study: dict[int, _Study], remembered: Order) -> Order:
    """Columns of one file are written alike: what one shows holds for those that show nothing."""
    shown = {column.order for column in study.values()} - {Order.EITHER}
    if len(shown) == 1 and (only := shown.pop()) is not Order.BOTH:
        return only
    return Order.EITHER if shown or remembered is Order.BOTH else remembered


def _step(
    target: Target, at: tuple[int, ...], study: _Study, time_study: _Study | None, order: Order, table: Table
) -> FieldReader:
    own = order if study.order is Order.EITHER else study.order
    if target.kind is FieldKind.MOMENT:
        habit = Habit(own, midnight_is_unknown((time_study or study).times))
        read: Callable[..., Reading[Any]] = partial(joined if len(at) > 1 else moment, habit=habit)
    elif target.kind is FieldKind.DATE:
        read = partial(day, order=own)
    elif target.kind is FieldKind.REFERENCE:
        read = partial(identifier, digits=study.digits)
    elif target.kind is FieldKind.DURATION:
        read = partial(duration, unit=unit_in(heading_words(table.columns[at[0]])))
    else:
        read = READERS[target.kind]
    return FieldReader(target.field, target.title, at, read)


def cells_of(row: Row, step: FieldReader) -> str:
    """What the row itself says for a field, to be shown beside how it was read."""
    return " ".join(text for at in step.columns if (text := as_text(row.values[at])))


def readings(plan: Plan, table: Table) -> Iterator[tuple[Row, dict[str, Reading[Any]]]]:
    """Every row with its values, as they come from the file."""
    return ((row, apply(plan, row)) for row in table)
