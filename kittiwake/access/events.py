"""What can happen to who may see, as history keeps it."""

from __future__ import annotations

from kittiwake.access.telling import of_opening
from kittiwake.history.kinds import EventKind

LET_IN = EventKind("access.let_in", "Let somebody see the record")
GRANT_ENDED = EventKind("access.grant_ended", "Ended what let somebody see the record")
RESTRICTED = EventKind("access.restricted", "Restricted the record")
LIFTING_ASKED = EventKind("access.lifting_asked", "Asked to lift the restriction")
LIFTING_ANSWERED = EventKind("access.lifting_answered", "Answered whether the restriction is lifted")
RESTRICTION_LIFTED = EventKind("access.restriction_lifted", "Lifted the restriction")
OPENED_UNLISTED = EventKind(
    "access.opened_unlisted", "Opened the record without being on the list", tells=of_opening
)
OPENING_ANSWERED = EventKind("access.opening_answered", "Said whether it was right to open the record")

EVENTS = [
    LET_IN,
    GRANT_ENDED,
    RESTRICTED,
    LIFTING_ASKED,
    LIFTING_ANSWERED,
    RESTRICTION_LIFTED,
    OPENED_UNLISTED,
    OPENING_ANSWERED,
]
