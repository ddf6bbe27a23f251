"""The places that every area may link its pages from. An area has slots of its own beside its pages."""

from __future__ import annotations

from kittiwake.areas.pages import Slot

CHILD_PARTS = Slot("parts of a child’s record")
CHILD_ACTIONS = Slot("what can be done for a child")
DAILY = Slot("the bar, first")
REST = Slot("the bar, where there is no room for the menu")
LAST = Slot("the bar, last")
MENU = {name: Slot(f"More: {name}") for name in ("Children", "The work", "Files", "The council")}
BOARD = Slot("the board: what shows the same teams otherwise")
SEARCH = Slot("beside what a search found")
NOT_FOUND = Slot("where a search did not find the child")
FIND = Slot("where a child is looked for before they are added")
TRACKS = Slot("beside what a child is worked with as")
STARTS = Slot("where to begin, for whoever has no children of their own")
