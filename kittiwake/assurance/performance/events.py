"""What can have happened to reports of figures, and to questions of members."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

BEGUN = EventKind("performance.begun", "Began a report")
WRITTEN = EventKind("performance.written", "Wrote in a report")
COUNT_ASKED = EventKind("performance.count_asked", "Had the figures of a report counted")
PUBLISHED = EventKind("performance.published", "Published a report")
WITHDRAWN = EventKind("performance.withdrawn", "Withdrew a report")
ACTION_PLANNED = EventKind("performance.action_planned", "Promised an action in a report")
ACTION_TAKEN_OUT = EventKind("performance.action_taken_out", "Took an action out of a report")
ACTION_DONE = EventKind("performance.action_done", "Recorded that an action of a report is done")
ASKED = EventKind("performance.asked", "Asked a question as a member")
ANSWERED = EventKind("performance.answered", "Answered a member’s question")
HANDED_OVER = EventKind("performance.handed_over", "Handed a member’s question to somebody else")
CLOSED = EventKind("performance.closed", "Closed a question")

EVENTS = [
    BEGUN,
    WRITTEN,
    COUNT_ASKED,
    PUBLISHED,
    WITHDRAWN,
    ACTION_PLANNED,
    ACTION_TAKEN_OUT,
    ACTION_DONE,
    ASKED,
    ANSWERED,
    HANDED_OVER,
    CLOSED,
]
