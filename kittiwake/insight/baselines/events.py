"""What can happen to a baseline, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

SET = EventKind("insight.baseline_set", "Set a new baseline for a measure")
TAKEN_BACK = EventKind("insight.baseline_taken_back", "Took a baseline of a measure back")

EVENTS = [SET, TAKEN_BACK]
