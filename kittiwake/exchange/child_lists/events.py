"""What can have happened in the history of child-level lists."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

ASKED = EventKind("exchange.lists_asked", "Asked for the child-level lists of a day")
MADE = EventKind("exchange.lists_made", "Made the child-level lists of a day")
BROKEN = EventKind("exchange.lists_broken", "Could not make the child-level lists of a day")

LISTS_EVENTS = [ASKED, MADE, BROKEN]
