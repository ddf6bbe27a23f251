"""Who may open the pages of measures."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from kittiwake.practice.missing.tests.access import more_children
from tests.matrix.pages import lists

ONE = {"key": "P01"}
PAGES = [
    lists("insight:measures", Power.SEE_FIGURES, grows=more_children, at_most=16),
    lists("insight:measure", Power.SEE_FIGURES, at=ONE, grows=more_children, at_most=12),
    lists("insight:rows", Power.OPEN_FIGURES, at=ONE, grows=more_children, at_most=15),
    lists("insight:rows_file", Power.OPEN_FIGURES, at=ONE, grows=more_children, at_most=15),
]
