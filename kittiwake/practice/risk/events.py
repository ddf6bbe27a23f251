"""What can be said to have happened to a risk, an assessment, or a place or group."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

OPENED = EventKind("risk.opened", "Recorded a risk")
MOVED = EventKind("risk.moved", "Judged a risk again")
CLOSED = EventKind("risk.closed", "Recorded that a risk no longer stands")
STRUCK_OUT = EventKind("risk.struck_out", "Struck out a risk")
ASSESSED = EventKind("risk.assessed", "Assessed the risk of exploitation")
SECOND_MARK_ASKED = EventKind("risk.second_mark_asked", "Asked for a second mark")
MARKED_AGAIN = EventKind("risk.marked_again", "Made the second mark")
ASSESSMENT_STRUCK_OUT = EventKind("risk.assessment_struck_out", "Struck out an assessment")
CONTEXT_OPENED = EventKind("risk.context_opened", "Put a place or group on the list")
CONTEXT_ASSESSED = EventKind("risk.context_assessed", "Assessed a place or group")

EVENTS = [
    OPENED,
    MOVED,
    CLOSED,
    STRUCK_OUT,
    ASSESSED,
    SECOND_MARK_ASKED,
    MARKED_AGAIN,
    ASSESSMENT_STRUCK_OUT,
    CONTEXT_OPENED,
    CONTEXT_ASSESSED,
]
