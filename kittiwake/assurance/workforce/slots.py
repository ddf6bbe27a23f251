"""The places on the pages of this area that areas above link pages of theirs from, each about one worker."""

from __future__ import annotations

from kittiwake.areas.pages import Slot

HELD_CHILDREN = Slot("a worker’s children, on their page")
LEAVING = Slot("how a worker leaves, on their page")
