"""Who may open the pages of the loop."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from kittiwake.practice.missing.tests.access import more_children
from tests.matrix.pages import lists

PAGES = [
    lists("loop:returns", Power.SEE, grows=more_children, at_most=22),
]
