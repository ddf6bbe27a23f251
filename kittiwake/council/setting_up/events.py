"""What can happen while a council is set up, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

STEP_ANSWERED = EventKind("setting_up.step_answered", "Answered a step of setting up", is_administration=True)

EVENTS = [STEP_ANSWERED]
