"""What can happen to who works here, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

TIED = EventKind("people.tied", "Said which worker an account belongs to", is_administration=True)

EVENTS = [TIED]
