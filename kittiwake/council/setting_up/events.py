"""What can happen to the council itself, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

COUNCIL_NAMED = EventKind("setting_up.council_named", "Gave the council its name", is_administration=True)

EVENTS = [COUNCIL_NAMED]
