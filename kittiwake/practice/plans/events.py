"""What can have happened in the history of plans."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

WRITTEN = EventKind("plans.written", "Wrote a version of the plan")
AGREED = EventKind("plans.agreed", "Recorded that somebody agrees")
NOT_AGREED = EventKind("plans.not_agreed", "Recorded that somebody does not agree, or was not asked")
PUT_FORWARD = EventKind("plans.put_forward", "Put the plan before a manager")
KEPT = EventKind("plans.kept", "Looked at the plan again and left it as it is")
CLOSED = EventKind("plans.closed", "Closed the plan")
STRUCK_OUT = EventKind("plans.struck_out", "Struck out a version of the plan")
ACTION_ADDED = EventKind("plans.action_added", "Added an action")
ACTION_DROPPED = EventKind("plans.action_dropped", "Took an action out of the plan")
RISK_COVERED = EventKind("plans.risk_covered", "Recorded what the plan does about a risk")
RISK_LEFT = EventKind("plans.risk_left", "Left a risk for a reason")
REVIEWED = EventKind("plans.reviewed", "Recorded a review of the plan")
REVIEW_STRUCK_OUT = EventKind("plans.review_struck_out", "Struck out a review of the plan")

EVENTS = [
    WRITTEN,
    AGREED,
    NOT_AGREED,
    PUT_FORWARD,
    KEPT,
    CLOSED,
    STRUCK_OUT,
    ACTION_ADDED,
    ACTION_DROPPED,
    RISK_COVERED,
    RISK_LEFT,
    REVIEWED,
    REVIEW_STRUCK_OUT,
]
