"""What can happen to limits, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

LIMIT_SET = EventKind("clocks.limit_set", "Set a limit of the council’s own")

EVENTS = [
    LIMIT_SET,
]
