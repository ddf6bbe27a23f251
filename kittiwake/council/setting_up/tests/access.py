"""Who may open what is still missing."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from tests.matrix.pages import lists

PAGES = [lists("setting_up:missing", Power.ADMINISTER)]
