"""What a council sets stands on one page, whichever area keeps it."""

from __future__ import annotations

from kittiwake.areas.pages import Slot

SETTINGS = Slot("what a council sets for itself")
