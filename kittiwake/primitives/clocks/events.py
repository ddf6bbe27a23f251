"""What can happen to limits, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

LIMIT_SET = EventKind("clocks.limit_set", "Set a limit of the council’s own")

HOLIDAY_SAID = EventKind("clocks.holiday_said", "Put a bank holiday right", is_administration=True)
TERMS_SET = EventKind("clocks.terms_set", "Set the terms of a school", is_administration=True)

EVENTS = [LIMIT_SET, HOLIDAY_SAID, TERMS_SET]
