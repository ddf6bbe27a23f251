"""How much of a file we are willing to hold, stated once.

The workbook figures keep a hostile or careless file under about 256 MB of memory: the reader keeps a sheet as a
full rectangle of 32-byte cells, so it is the rectangle, not the number of filled cells, that has to be small.
"""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, otherwise counts. A test may lower them; the product uses `LIMITS`."""

    text_bytes: int = 150 * MEGABYTE
    workbook_bytes: int = 20 * MEGABYTE
    rows: int = 500_000
    columns: int = 500
    line_characters: int = MEGABYTE

    # A workbook is a zip file: what it may grow to when unpacked.
    parts: int = 2_000
    directory_bytes: int = MEGABYTE
    unpacked_bytes: int = 400 * MEGABYTE
    part_bytes: int = 24 * MEGABYTE
    ratio: int = 200
    ratio_applies_above: int = 10 * MEGABYTE

    # And what its sheets may hold, all together.
    cells: int = 2_100_000
    text_in_cells: int = 64 * MEGABYTE
    shared_texts: int = 1_000_000
    sheets: int = 200


LIMITS = Limits()


def in_megabytes(size: int) -> str:
    return f"{max(1, round(size / MEGABYTE))} MB"
