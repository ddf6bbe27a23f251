"""Lists in Excel workbooks: every sheet a table.

Formulas are never worked out: the value that Excel stored beside the formula is what we read. Macros, links to
other files, pictures and hidden names are not looked at. A hidden sheet is read like any other and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from kittiwake.exchange.reading.source import Source
from kittiwake.exchange.reading.tables import Heading, RawRow, Table, find_heading
from kittiwake.exchange.reading.uncomputed import said, uncomputed
from kittiwake.exchange.reading.unreadable import NoRows, UnreadableFile

T = TypeVar("T")


def read_workbook_tables(source: Source) -> list[Table]:
    """One table for each sheet that holds a list, in the workbook's order. Raises `UnreadableFile` when none has rows."""
    workbook = _open(source)
    tables: list[Table] = []
    refused: list[UnreadableFile] = []
    for sheet in workbook.sheets_metadata:
        if sheet.typ is not SheetTypeEnum.WorkSheet:
            continue
        try:
            tables += _tables(source, workbook, sheet.name, sheet.visible is not SheetVisibleEnum.Visible)
        except UnreadableFile as why:
            # A cover sheet or a page of notes has no headings. That matters only when there is nothing else.
            refused.append(why)
    if not any(table.has_rows() for table in tables):
        raise refused[0] if refused and not tables else _nothing_in(source, tables)
    return tables


def _nothing_in(source: Source, tables: list[Table]) -> UnreadableFile:
    if tables:
        sentence = f"‘{source.name}’ has headings but no rows under them, so there is nothing to load."
        return NoRows(sentence, tables)
    return UnreadableFile(
        f"‘{source.name}’ holds no list: its sheets are empty. Check that the right file was sent."
    )


def _tables(source: Source, workbook: CalamineWorkbook, sheet: str, hidden: bool) -> list[Table]:
    raw = _rows_of(source, workbook, sheet)
    heading = find_heading(raw(), f"{source.name}, sheet {sheet}", source.limits)
    if heading is None:
        return []
    notes = (f"The sheet ‘{sheet}’ is hidden in the workbook.",) if hidden else ()
    return [
        Table(
            sheet, raw, heading, hidden=hidden, notes=notes, limits=source.limits,
            doubted=_doubted(source, sheet, heading),
        )
    ]  # fmt: skip


def _doubted(source: Source, sheet: str, heading: Heading) -> dict[int, str]:
    """What is to be said of rows of which a cell was never worked out."""
    columns_by_row = uncomputed(source, sheet)
    width = len(heading.columns)
    return {
        row: said(row, within, heading.columns)
        for row, columns in columns_by_row.items()
        if (within := [at for at in columns if at < width])
    }


def _open(source: Source) -> CalamineWorkbook:
    with source.open() as stream:
        return _guarded(source, lambda: CalamineWorkbook.from_filelike(stream))


def _rows_of(source: Source, workbook: CalamineWorkbook, name: str) -> Callable[[], Iterator[RawRow]]:
    @cache
    def sheet() -> CalamineSheet:
        return _guarded(source, lambda: workbook.get_sheet_by_name(name))

    def rows() -> Iterator[RawRow]:
        if sheet().height == 0:
            return iter(())
        return enumerate(_guarded(source, sheet().iter_rows), start=1)

    return rows


def _guarded(source: Source, call: Callable[[], T]) -> T:
    """The reader is compiled code: when it gives up it may raise something outside Python's `Exception`."""
    try:
        return call()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:
        raise UnreadableFile(
            f"‘{source.name}’ is damaged and cannot be read. Open it in Excel, save it under a new name, and send that."
        ) from None
