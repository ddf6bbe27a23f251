"""What can have happened in the history of direct work."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

PLANNED = EventKind("direct_work.planned", "Planned a session")
HELD = EventKind("direct_work.held", "Recorded a session or visit")
MISSED = EventKind("direct_work.missed", "Recorded that a session did not happen")
WORDS_KEPT = EventKind("direct_work.words_kept", "Kept the child’s own words")
STRUCK_OUT = EventKind("direct_work.struck_out", "Struck out a session")
GOAL_SET = EventKind("direct_work.goal_set", "Recorded a goal they set")
SCALED = EventKind("direct_work.scaled", "Recorded where they put themselves")
GOAL_ENDED = EventKind("direct_work.goal_ended", "Ended a goal")

EVENTS = [PLANNED, HELD, MISSED, WORDS_KEPT, STRUCK_OUT, GOAL_SET, SCALED, GOAL_ENDED]
