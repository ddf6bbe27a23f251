from __future__ import annotations

from kittiwake.history.kinds import EventKind

TALKED = EventKind("mentoring.talked", "Recorded a talk with their mentor")
