"""Who may open what is still missing."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from tests.matrix.pages import lists, writes

PAGES = [
    lists("setting_up:missing", Power.ADMINISTER),
    writes("setting_up:answer", Power.ADMINISTER, at={"key": "backup"}),
]
