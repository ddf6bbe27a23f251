"""What to look at in a row, whatever becomes of it."""

from __future__ import annotations

from typing import NamedTuple


class Doubt(NamedTuple):
    """`row` as the file shows it, `field` by its name (empty: the row as a whole); the sentence stands by itself."""

    row: int
    field: str
    sentence: str
