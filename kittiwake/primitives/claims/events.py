"""What can have happened in the history of what was learned."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

MADE = EventKind("claims.made", "Recorded what was said")
DECIDED = EventKind("claims.decided", "Decided on what was said")
CONFIRMED = EventKind("claims.confirmed", "Confirmed that it is still so")
ECHO_DECIDED = EventKind("claims.echo_decided", "Compared two accounts")

EVENTS = [MADE, DECIDED, CONFIRMED, ECHO_DECIDED]
