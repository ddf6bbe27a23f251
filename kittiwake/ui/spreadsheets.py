"""Text that leaves in a spreadsheet must not come alive there, and how a list is taken away as a file.

A cell that starts like a formula is worked out by Excel, LibreOffice and Google Sheets when the file is opened, and
can fetch pages or start programs. Every export passes its cells through `neutral`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TypeVar

from django.http import StreamingHttpResponse

T = TypeVar("T")

# What word processors and web pages put in place of plain characters. Column by column: found, kept.
PLAIN = str.maketrans(
    {
        "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u3000": " ", "\u2028": "\n", "\u2029": "\n",
        "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None, "\u00ad": None,
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"',
        # The same marks when a Windows file was read as Latin-1 somewhere on its way to us.
        "\u0091": "'", "\u0092": "'", "\u0093": '"', "\u0094": '"', "\u0096": "–", "\u0097": "—",
        "\u200e": None, "\u200f": None, "\u202a": None, "\u202b": None, "\u202c": None, "\u202d": None,
        "\u202e": None, "\u2066": None, "\u2067": None, "\u2068": None, "\u2069": None,
        **{chr(code): None for code in range(32) if chr(code) not in "\t\n\r"},
    }
)  # fmt: skip
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# Characters that XML, and so a workbook, cannot hold.
_UNSEEN = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {0xFFFE: None, 0xFFFF: None}
MARK = "\ufeff"  # without it Excel takes the letters for those of another alphabet


def is_live(value: object) -> bool:
    """Would a spreadsheet take this text for a formula? Invisible characters in front do not make it safe."""
    if not isinstance(value, str) or not value:
        return False
    if value[0].isalnum():
        return False
    return value.startswith(_LIVE) or value.translate(PLAIN).lstrip().startswith(_LIVE)


def neutral(value: T) -> T | str:
    """The value as it may stand in a CSV or workbook cell.

    Text that a spreadsheet would take for a formula gets a quotation mark in front, which spreadsheets show as
    plain text. Numbers, dates and everything else that is not text are left alone.
    """
    if not isinstance(value, str):
        return value
    text = value.translate(_UNSEEN)
    return f"'{text}" if is_live(text) else text


def as_csv(name: str, columns: Iterable[str], rows: Iterable[Iterable[object]]) -> StreamingHttpResponse:
    """The list as a file of that name, written as it is sent."""
    lines = (line for part in ([columns], rows) for line in part)
    response = StreamingHttpResponse(_written(lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


class _Line:
    """What csv writes to: it hands back what was written."""

    def write(self, text: str) -> str:
        return text


def _written(lines: Iterable[Iterable[object]]) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield MARK
    for line in lines:
        yield str(writer.writerow(["" if cell is None else neutral(cell) for cell in line]))
