"""What can have happened in the history of oversight."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

ACCEPTED = EventKind("oversight.accepted", "Accepted")
QUESTIONED = EventKind("oversight.questioned", "Asked a question")
RETURNED = EventKind("oversight.returned", "Sent it back")
ANSWERED = EventKind("oversight.answered", "Answered a manager’s question")

EVENTS = [ACCEPTED, QUESTIONED, RETURNED, ANSWERED]
