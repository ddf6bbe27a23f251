"""What can happen to inspections, and what follows from them, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

EXPECTED = EventKind("inspection.expected", "Recorded that an inspection or visit is expected")
ANNOUNCED = EventKind("inspection.announced", "Recorded that an inspection or visit was announced")
CHANGED = EventKind("inspection.changed", "Changed what is known of an inspection or visit")
REPORTED = EventKind("inspection.reported", "Recorded what an inspection or visit reported")
CALLED_OFF = EventKind("inspection.called_off", "Recorded that an inspection or visit did not take place")
CONCERN_RAISED = EventKind("inspection.concern_raised", "Raised an area of concern")
CONCERN_GIVEN = EventKind("inspection.concern_given", "Gave an area of concern to somebody else")
CONCERN_CLOSED = EventKind("inspection.concern_closed", "Closed an area of concern")
CONCERN_REOPENED = EventKind("inspection.concern_reopened", "Opened an area of concern again")
ACTION_RAISED = EventKind("inspection.action_raised", "Raised an action about an area of concern")
ACTION_DONE = EventKind("inspection.action_done", "Said that an action about an area of concern is done")
ACTION_DROPPED = EventKind("inspection.action_dropped", "Dropped an action about an area of concern")
EVIDENCE_ADDED = EventKind("inspection.evidence_added", "Put in evidence about an area of concern")
EVIDENCE_SET_ASIDE = EventKind("inspection.evidence_set_aside", "Set evidence about an area of concern aside")
JUDGED = EventKind("inspection.judged", "Judged how far an area of concern is")
EVALUATION_BEGUN = EventKind("inspection.evaluation_begun", "Began a self-evaluation")
CLAIM_WRITTEN = EventKind("inspection.claim_written", "Wrote a claim of the self-evaluation")
CLAIM_TAKEN_OUT = EventKind("inspection.claim_taken_out", "Took a claim out of the self-evaluation")
EVALUATION_APPROVED = EventKind("inspection.evaluation_approved", "Approved the self-evaluation")
SAMPLE_DRAWN = EventKind("inspection.sample_drawn", "Drew children for inspectors to look at")
PACK_ASKED = EventKind("inspection.pack_asked", "Asked for a visit pack")
PACK_RELEASED = EventKind("inspection.pack_released", "Released a visit pack")
PACK_FETCHED = EventKind("inspection.pack_fetched", "Took a visit pack away")

EVENTS = [
    EXPECTED,
    ANNOUNCED,
    CHANGED,
    REPORTED,
    CALLED_OFF,
    CONCERN_RAISED,
    CONCERN_GIVEN,
    CONCERN_CLOSED,
    CONCERN_REOPENED,
    ACTION_RAISED,
    ACTION_DONE,
    ACTION_DROPPED,
    EVIDENCE_ADDED,
    EVIDENCE_SET_ASIDE,
    JUDGED,
    EVALUATION_BEGUN,
    CLAIM_WRITTEN,
    CLAIM_TAKEN_OUT,
    EVALUATION_APPROVED,
    SAMPLE_DRAWN,
    PACK_ASKED,
    PACK_RELEASED,
    PACK_FETCHED,
]
