"""What can be said to have happened to a missing episode."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind
from kittiwake.practice.missing.telling import while_missing

REPORTED = EventKind("missing.reported", "Reported missing", tells=while_missing)
REPORT_ADDED = EventKind("missing.report_added", "Added another report of this absence")
REPORT_WITHDRAWN = EventKind("missing.report_withdrawn", "Withdrew a report of this absence")
GRADED = EventKind("missing.graded", "Recorded how the police grade the risk")
GRADE_WITHDRAWN = EventKind("missing.grade_withdrawn", "Withdrew a grade of the police")
MORE_SAID = EventKind("missing.more_said", "Completed what is known of this absence from a list")
LOCATED = EventKind("missing.located", "Recorded that they have been located")
RETURNED = EventKind("missing.returned", "Recorded that they are back")
MOMENTS_CORRECTED = EventKind("missing.moments_corrected", "Put the times of this absence right")
PUT_BACK = EventKind("missing.put_back", "Undid what an import recorded of this absence")
CANCELLED = EventKind("missing.cancelled", "Recorded that they were not missing after all")
CANCELLING_CALLED_OFF = EventKind(
    "missing.cancelling_called_off", "Recorded that they were missing after all", tells=while_missing
)
CLOSED = EventKind("missing.closed", "Closed the episode without a return")
REOPENED = EventKind("missing.reopened", "Opened the episode again", tells=while_missing)
STRUCK_OUT = EventKind("missing.struck_out", "Struck out the episode")
TOLD = EventKind("missing.told", "Recorded who was told that they are missing")
ACKNOWLEDGED = EventKind("missing.acknowledged", "Took notice of the open episode")
CARER_DETAILS_KEPT = EventKind("missing.carer_details_kept", "Kept details for the police")

EVENTS = [
    REPORTED,
    REPORT_ADDED,
    REPORT_WITHDRAWN,
    GRADED,
    GRADE_WITHDRAWN,
    MORE_SAID,
    LOCATED,
    RETURNED,
    MOMENTS_CORRECTED,
    PUT_BACK,
    CANCELLED,
    CANCELLING_CALLED_OFF,
    CLOSED,
    REOPENED,
    STRUCK_OUT,
    TOLD,
    ACKNOWLEDGED,
    CARER_DETAILS_KEPT,
]
