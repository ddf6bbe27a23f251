"""What can happen to how long a record is kept, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

KEPT_ON = EventKind("retention.kept_on", "Decided that a record is kept on")

EVENTS = [KEPT_ON]
