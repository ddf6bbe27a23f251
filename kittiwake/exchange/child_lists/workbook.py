"""The lists as a workbook: its sheets, headings, codes and formats are those of the workbook of the guidance.

A row is written and forgotten, so a council of any size takes no more memory than a small one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kittiwake.exchange.child_lists.lists import ListsOfDay
from kittiwake.exchange.child_lists.rules import ADOPTERS
from kittiwake.exchange.formats.annex_a import columns
from kittiwake.exchange.formats.annex_a.lists import ADOPTERS as ADOPTERS_COLUMNS
from kittiwake.exchange.formats.annex_a.lists import LISTS, ListField
from kittiwake.exchange.formats.annex_a.rows import ListRow
from kittiwake.ui.dates import long_date

NOT_IN_IT = "Children whom whoever had it made may not see are not in it."
WIDTH = 14


def annex_a_workbook(lists: ListsOfDay) -> bytes:
    content = BytesIO()
    write(lists, content)
    return content.getvalue()


def write(lists: ListsOfDay, file: IO[bytes]) -> None:
    book = Workbook(write_only=True)
    book.properties.title = f"Child-level lists (Annex A) on {long_date(lists.on)}"
    book.properties.description = NOT_IN_IT
    for known in LISTS:
        sheet = _sheet(book, known.sheet, [field.title for field in known.fields])
        for row in lists.rows[known.number]:
            sheet.append(list(_cells(sheet, row, known.fields)))
    _sheet(book, f"List {ADOPTERS}", ADOPTERS_COLUMNS)
    book.save(file)


def _sheet(book: Workbook, name: str, headings: Sequence[str]) -> Worksheet:
    sheet: Worksheet = book.create_sheet(name)
    for at in range(1, len(headings) + 1):
        sheet.column_dimensions[get_column_letter(at)].width = WIDTH
    sheet.append(list(headings))
    return sheet


def _cells(sheet: Worksheet, row: ListRow, fields: Sequence[ListField]) -> Iterator[Any]:
    for field in fields:
        kind = columns.KINDS[field.kind]
        value = kind.write(getattr(row, field.name))
        if value is None or kind.format == columns.PLAIN:
            yield value
        else:
            cell = WriteOnlyCell(sheet, value)
            cell.number_format = kind.format
            yield cell
