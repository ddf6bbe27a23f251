"""What can be said to have happened to a supervision, and to what was agreed and written of it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

AGREED = EventKind("supervision.agreed", "Agreed who supervises whom")
AGREEMENT_ENDED = EventKind("supervision.agreement_ended", "Ended a supervision agreement")
HELD = EventKind("supervision.held", "Recorded a supervision")
SIGNED = EventKind("supervision.signed", "Signed a supervision")
STRUCK_OUT = EventKind("supervision.struck_out", "Struck out a supervision")
CHILD_DISCUSSED = EventKind("supervision.child_discussed", "Wrote what was said of the child in supervision")
PART_STRUCK_OUT = EventKind(
    "supervision.part_struck_out", "Struck out what was said of the child in supervision"
)
PERSONAL_NOTED = EventKind("supervision.personal_noted", "Added to the personal part of a supervision")
SAMPLED = EventKind("supervision.sampled", "Read a supervision against the rubric")

EVENTS = [
    AGREED,
    AGREEMENT_ENDED,
    HELD,
    SIGNED,
    STRUCK_OUT,
    CHILD_DISCUSSED,
    PART_STRUCK_OUT,
    PERSONAL_NOTED,
    SAMPLED,
]
