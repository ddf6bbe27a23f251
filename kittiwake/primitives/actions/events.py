"""What can have happened in the history of actions."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

RAISED = EventKind("actions.raised", "Agreed that something will be done")
COMPLETED = EventKind("actions.completed", "Recorded that it is done")
DROPPED = EventKind("actions.dropped", "Recorded that it will not be done")
GIVEN = EventKind("actions.given", "Gave it to somebody else")

EVENTS = [RAISED, COMPLETED, DROPPED, GIVEN]
