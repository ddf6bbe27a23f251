"""What can happen to what the council says of itself, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

DETAIL_SET = EventKind("settings.detail_set", "Set a detail of the council", is_administration=True)

EVENTS = [DETAIL_SET]
