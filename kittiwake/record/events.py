"""What can happen to the record itself, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

CHILD_ADDED = EventKind("record.child_added", "Put a child on the record")
CHILD_CHANGED = EventKind("record.child_changed", "Changed what is known of a child")
CHILD_WITHDRAWN = EventKind("record.child_withdrawn", "Withdrew a child put on the record by mistake")
ALLOCATED = EventKind("record.allocated", "Gave a child a worker")
TRACK_STARTED = EventKind("record.track_started", "Began a track")
TRACK_ENDED = EventKind("record.track_ended", "Ended a track")
TRACK_REOPENED = EventKind("record.track_reopened", "Opened a track again")
PLACED = EventKind("record.placed", "Recorded where a child is placed")
TAKEN_BACK = EventKind("record.taken_back", "Took back what an import brought")
STRUCK_OUT = EventKind("record.struck_out", "Struck out a line of the chronology")

EVENTS = [
    CHILD_ADDED,
    CHILD_CHANGED,
    CHILD_WITHDRAWN,
    ALLOCATED,
    TRACK_STARTED,
    TRACK_ENDED,
    TRACK_REOPENED,
    PLACED,
    TAKEN_BACK,
    STRUCK_OUT,
]
