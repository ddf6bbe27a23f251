"""Reading Ofsted's child-level data (Annex A): the lists a council makes for an inspection, and each month besides.

    found = read_annex_a(read_tables(open_source(path)))
    for contact in found.lists[1].rows: ...

The lists are found by what their sheets are called and what their columns are headed, in any order and any file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from kittiwake.exchange.formats.annex_a.codes import plain_words
from kittiwake.exchange.formats.annex_a.columns import KINDS, Reader
from kittiwake.exchange.formats.annex_a.lists import LISTS, ChildList, ListField
from kittiwake.exchange.formats.annex_a.rows import ListRow
from kittiwake.exchange.reading import dates, values
from kittiwake.exchange.reading.doubts import Doubt
from kittiwake.exchange.reading.tables import Cell, Row, Table
from kittiwake.exchange.reading.unreadable import UnreadableFile

_NUMBERED = re.compile(r"(?:^|\b)list (\d{1,2})\b|^(\d{1,2})\b")
NO_ID = "there is no child’s ID, so nobody can tell who it is about. Add it in the file."
# Of a list's own columns, so many must be there; a sheet that is also called by the list's name may have fewer.
ENOUGH, ENOUGH_WHEN_NAMED = 0.6, 0.3
NUMBERS = ("id", "urn")


@dataclass(frozen=True, slots=True)
class FoundList:
    """One list as read. `columns` says which heading gave which field; the sentences of `doubts` say where."""

    number: int
    title: str
    sheet: str
    is_hidden: bool
    rows: tuple[ListRow, ...]
    columns: dict[str, str]
    columns_missing: tuple[str, ...]
    columns_unused: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    notes: tuple[str, ...] = ()
    left_out: tuple[tuple[int, str], ...] = ()  # rows that are about nobody: their line, and why


@dataclass(frozen=True, slots=True)
class AnnexA:
    """The lists found, by number, and the names of the sheets that are none of lists 1 to 10."""

    lists: dict[int, FoundList]
    sheets_unused: tuple[str, ...]


def read_annex_a(tables: Iterable[Table]) -> AnnexA:
    """Every list that the tables hold. Raises `UnreadableFile` when there is none."""
    tables = list(tables)
    best: dict[int, tuple[float, Table]] = {}
    for table in tables:
        for score, known in _candidates(table)[:1]:
            if known.number not in best or score > best[known.number][0]:
                best[known.number] = (score, table)
    if not best:
        raise UnreadableFile(
            "None of the sheets is one of Ofsted’s child-level lists. "
            "Check that this is the Annex A workbook and that the headings are above the lists."
        )
    lists = {known.number: _read(known, best[known.number][1]) for known in LISTS if known.number in best}
    used = {id(table) for _, table in best.values()}
    return AnnexA(lists, tuple(table.name for table in tables if id(table) not in used))


def list_of(table: Table) -> ChildList | None:
    """Which of Ofsted's lists a table is, by its own name and headings; None when it is none of them."""
    return next((known for _, known in _candidates(table)), None)


def is_in(tables: Iterable[Table]) -> bool:
    return any(list_of(table) for table in tables)


def match_columns(known: ChildList, headings: Iterable[str]) -> dict[str, str]:
    """Which heading holds which field: the closest pairs first, each heading and each field once."""
    pairs = sorted(
        (
            (field.likeness(heading), -at, field.name, heading)
            for at, heading in enumerate(headings)
            for field in known.fields
        ),
        key=lambda pair: (-pair[0], -pair[1]),
    )
    columns: dict[str, str] = {}
    for likeness, _, name, heading in pairs:
        if likeness and name not in columns and heading not in columns.values():
            columns[name] = heading
    return columns


def _candidates(table: Table) -> list[tuple[float, ChildList]]:
    """The lists this table might be, the likeliest first."""
    called = _called(table.name)
    scored = []
    for known in LISTS:
        matched = match_columns(known, table.columns)
        own = known.own_fields()
        share = sum(1 for field in own if field.name in matched) / len(own)
        enough = ENOUGH_WHEN_NAMED if known.number in called else ENOUGH
        if share >= enough and "child_id" in matched:
            scored.append((share + (0.5 if known.number in called else 0) + len(own) / 1000, known))
    return sorted(scored, key=lambda pair: -pair[0])


def _called(name: str) -> set[int]:
    """The lists a sheet's name speaks of, by number or by words."""
    plain = plain_words(name.replace("_", " "))
    if number := _NUMBERED.search(plain):
        return {int(number[1] or number[2])}
    return {known.number for known in LISTS if re.search(rf"\b(?:{known.names})", plain)}


def _read(known: ChildList, table: Table) -> FoundList:
    columns = match_columns(known, table.columns)
    places = {heading: at for at, heading in enumerate(table.columns)}
    fields = [field for field in known.fields if field.name in columns]
    steps = [(field, places[columns[field.name]]) for field in fields]
    readers = _readers(steps, table)
    rows: list[ListRow] = []
    doubts, left_out = list[Doubt](), list[tuple[int, str]]()
    for row in table:
        _read_row(known, row, steps, readers, rows, doubts, left_out)
    return FoundList(
        known.number,
        known.title,
        table.name,
        table.hidden,
        tuple(rows),
        columns,
        tuple(field.title for field in known.fields if field.name not in columns),
        tuple(heading for heading in table.columns if heading not in columns.values()),
        tuple(doubts),
        table.notes,
        tuple(left_out),
    )


def _readers(steps: list[tuple[ListField, int]], table: Table) -> list[Reader]:
    """Dates and references are read as their whole column shows them to be written."""
    dated = {at: set[dates.Order]() for field, at in steps if field.kind == "date"}
    numbers: dict[int, list[Cell]] = {at: [] for field, at in steps if field.kind in NUMBERS}
    for row in table:
        for at, orders in dated.items():
            if isinstance(row.values[at], str):
                orders.add(dates.order_of([row.values[at]]))
        for at, cells in numbers.items():
            cells.append(row.values[at])
    everywhere = set().union(*dated.values()) - {dates.Order.EITHER}
    return [_reader(field.kind, dated.get(at, set()), everywhere, numbers.get(at, [])) for field, at in steps]


def _reader(kind: str, orders: set[dates.Order], everywhere: set[dates.Order], numbers: list[Cell]) -> Reader:
    if kind == "date":
        shown = orders - {dates.Order.EITHER} or (everywhere if len(everywhere) == 1 else set())
        order = dates.Order.BOTH if len(shown) > 1 else next(iter(shown), dates.Order.EITHER)
        return partial(dates.day, order=order)
    if kind in NUMBERS:
        return partial(values.identifier, digits=values.usual_length(numbers))
    return KINDS[kind].read


def _read_row(
    known: ChildList,
    row: Row,
    steps: list[tuple[ListField, int]],
    readers: list[Reader],
    rows: list[ListRow],
    doubts: list[Doubt],
    left_out: list[tuple[int, str]],
) -> None:
    read: dict[str, Any] = {}
    if row.problem:
        doubts.append(Doubt(row.line_number, "", f"List {known.number}: {row.problem}"))
    for (field, at), reader in zip(steps, readers, strict=True):
        value, doubt = _safely(reader, row.values[at])
        read[field.name] = value
        if doubt:
            where = f"List {known.number}, row {row.line_number}, {field.title}"
            doubts.append(Doubt(row.line_number, field.name, f"{where}: {doubt}"))
    if read.get("child_id"):
        rows.append(known.row(line_number=row.line_number, **read))
    else:
        left_out.append((row.line_number, NO_ID))


def _safely(reader: Reader, cell: Cell) -> values.Reading[Any]:
    try:
        return reader(cell)
    except (ValueError, ArithmeticError):
        return values.Reading(None, f"‘{values.as_text(cell)[:40]}’ cannot be read.")


def certainly(table: Table) -> str:
    known = list_of(table)
    return f"list {known.number} of Ofsted’s child-level lists ({known.title.lower()})" if known else ""
