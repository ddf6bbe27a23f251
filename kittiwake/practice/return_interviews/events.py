"""What can be said to have happened to an offer or a return interview."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

OFFERED = EventKind("return_interviews.offered", "Offered a return interview")
NOT_HELD = EventKind("return_interviews.not_held", "Recorded that there is no return interview, or not yet")
HELD = EventKind("return_interviews.held", "Wrote a return interview")
REWRITTEN = EventKind("return_interviews.rewritten", "Wrote another version of a return interview")
SHARED = EventKind("return_interviews.shared", "Recorded who was told of a return interview")
CHECKED = EventKind("return_interviews.checked", "Checked the quality of a return interview")
STRUCK_OUT = EventKind("return_interviews.struck_out", "Struck out an offer or a return interview")

EVENTS = [
    OFFERED,
    NOT_HELD,
    HELD,
    REWRITTEN,
    SHARED,
    CHECKED,
    STRUCK_OUT,
]
