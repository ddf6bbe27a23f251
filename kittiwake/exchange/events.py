"""What can be said to have happened to an import."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

PREVIEWED = EventKind("exchange.previewed", "Read a file that is to be imported")
DECIDED = EventKind("exchange.decided", "Decided what becomes of a row")
ASKED = EventKind("exchange.asked", "Asked for an import to be recorded or undone")
RECORDED = EventKind("exchange.recorded", "Recorded an import")
STOPPED = EventKind("exchange.stopped", "Could not do what was asked of an import")
UNDONE = EventKind("exchange.undone", "Undid an import")
DISCARDED = EventKind("exchange.discarded", "Discarded the preview of an import")

EVENTS = [PREVIEWED, DECIDED, ASKED, RECORDED, STOPPED, UNDONE, DISCARDED]
