"""What can be said to have happened to a letter."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

ADDED = EventKind("letters.added", "Added an inspectors’ letter")
CORRECTED = EventKind("letters.corrected", "Corrected what an inspectors’ letter is")
CONFIRMED = EventKind("letters.confirmed", "Confirmed how statements of a letter are read")
STRUCK_OUT = EventKind("letters.struck_out", "Struck out an inspectors’ letter")

EVENTS = [ADDED, CORRECTED, CONFIRMED, STRUCK_OUT]
