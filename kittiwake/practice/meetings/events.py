"""What can have happened in the history of meetings."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

REQUESTED = EventKind("meetings.requested", "Asked for a meeting")
CONFERENCE_REQUESTED = EventKind("meetings.conference_requested", "Asked for a context conference")
PLANNED = EventKind("meetings.planned", "Planned the meeting")
INVITED = EventKind("meetings.invited", "Invited somebody")
USUALLY_COMES = EventKind("meetings.usually_comes", "Said who usually comes")
NO_LONGER_COMES = EventKind("meetings.no_longer_comes", "Said who no longer comes as a rule")
ANSWERED = EventKind("meetings.answered", "Recorded what came of an invitation")
HELD = EventKind("meetings.held", "Recorded that it was held")
CLOSED = EventKind("meetings.closed", "Agreed the record")
CANCELLED = EventKind("meetings.cancelled", "Recorded that it will not be held")
PART_WRITTEN = EventKind("meetings.part_written", "Wrote the child’s part")
DECIDED = EventKind("meetings.decided", "Recorded a decision")
ACTED_ON = EventKind("meetings.acted_on", "Gave a decision to somebody to do")
AGREED = EventKind("meetings.agreed", "Recorded what was agreed for no one child")
AGREEMENT_FINISHED = EventKind("meetings.agreement_finished", "Recorded what came of an agreement")
ENQUIRY_ENDED = EventKind("meetings.enquiry_ended", "Ended a section 47 enquiry")
STRUCK_OUT = EventKind("meetings.struck_out", "Struck out the child’s part")

EVENTS = [
    REQUESTED,
    CONFERENCE_REQUESTED,
    PLANNED,
    INVITED,
    USUALLY_COMES,
    NO_LONGER_COMES,
    ANSWERED,
    HELD,
    CLOSED,
    CANCELLED,
    PART_WRITTEN,
    DECIDED,
    ACTED_ON,
    AGREED,
    AGREEMENT_FINISHED,
    ENQUIRY_ENDED,
    STRUCK_OUT,
]
