"""What can happen to the rota, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

SET = EventKind("on_call.set", "Put somebody on call")
ENDED = EventKind("on_call.ended", "Took somebody off call")

EVENTS = [SET, ENDED]
