"""What can have happened in the history of copies of a record."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

ASKED = EventKind("exports.asked", "Asked for a copy of the record")
DECIDED = EventKind("exports.decided", "Said of a line that it goes into a copy of the record")
TAKEN_BACK = EventKind("exports.taken_back", "Said of a line that it stays out of a copy of the record")
STARTED = EventKind("exports.started", "Had a copy of the record made")
MADE = EventKind("exports.made", "Made a copy of the record")

EVENTS = [ASKED, DECIDED, TAKEN_BACK, STARTED, MADE]
