"""What can have happened in the history of disruption."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

REQUESTED = EventKind("disruption.requested", "Asked for disruption")
CHILD_LINKED = EventKind("disruption.child_linked", "Linked another child to a tactic")
STEP_TAKEN = EventKind("disruption.step_taken", "Recorded a step of a tactic")
EFFECT_RATED = EventKind("disruption.effect_rated", "Recorded what a tactic changed")
STRUCK_OUT = EventKind("disruption.struck_out", "Struck out a tactic")

EVENTS = [REQUESTED, CHILD_LINKED, STEP_TAKEN, EFFECT_RATED, STRUCK_OUT]
