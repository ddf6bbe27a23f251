"""Who may open the pages of who a child is."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from tests.matrix.pages import writes

PAGES = [
    writes("children:add_child", Power.REPORT),
    writes("children:change_child", Power.REPORT, pk="child"),
    writes("children:add_name", Power.REPORT, pk="child"),
]
