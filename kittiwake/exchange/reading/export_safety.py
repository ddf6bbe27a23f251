"""Text that leaves in a spreadsheet must not come alive there.

A cell that starts like a formula is worked out by Excel, LibreOffice and Google Sheets when the file is opened, and
can fetch pages or start programs. Every export passes its cells through `neutral`.
"""

from __future__ import annotations

from typing import TypeVar

from kittiwake.exchange.reading.cells import is_live

T = TypeVar("T")

# Characters that XML, and so a workbook, cannot hold.
_UNSEEN = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {0xFFFE: None, 0xFFFF: None}


def neutral(value: T) -> T | str:
    """The value as it may stand in a CSV or workbook cell.

    Text that a spreadsheet would take for a formula gets a quotation mark in front, which spreadsheets show as
    plain text. Numbers, dates and everything else that is not text are left alone.
    """
    if not isinstance(value, str):
        return value
    text = value.translate(_UNSEEN)
    return f"'{text}" if is_live(text) else text
