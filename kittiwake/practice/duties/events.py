"""What can be said to have happened to what is owed to a child."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

DONE = EventKind("duties.done", "Recorded that something owed to them was done")
STRUCK_OUT = EventKind("duties.struck_out", "Struck out that something was done")

EVENTS = [
    DONE,
    STRUCK_OUT,
]
