from __future__ import annotations

from kittiwake.history.kinds import EventKind

PROMISED = EventKind("desk.promised", "Said why something is late, and by when it will be done")
EVENTS = [PROMISED]
