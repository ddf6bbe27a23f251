"""What each form needs before it can be filled in, by the name of its page."""

from __future__ import annotations

from tests.driving.states import around, assurance, council, inspection, practice
from tests.driving.states.state import State

STATES: dict[str, State] = {
    **council.STATES,
    **practice.STATES,
    **assurance.STATES,
    **inspection.STATES,
    **around.STATES,
}
