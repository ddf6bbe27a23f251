"""What can be said to have happened to a placement."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

PLACED = EventKind("placements.placed", "Recorded where they moved")
APPROVED = EventKind("placements.approved", "Approved a placement out of our area")
CONSULTED = EventKind("placements.consulted", "Recorded what the council they are placed in said")
NOTIFIED = EventKind("placements.notified", "Recorded notice to the council they are placed in")
NO_NOTICE = EventKind("placements.no_notice", "Recorded why no notice was sent")
FEWER_VISITS_AGREED = EventKind("placements.fewer_visits_agreed", "Recorded that they agree to fewer visits")
FIRST_REVIEWED = EventKind("placements.first_reviewed", "Recorded the first review in this placement")
NEARER_REVIEWED = EventKind("placements.nearer_reviewed", "Looked at moving them nearer home")
STRUCK_OUT = EventKind("placements.struck_out", "Struck out a placement")

EVENTS = [
    PLACED,
    APPROVED,
    CONSULTED,
    NOTIFIED,
    NO_NOTICE,
    FEWER_VISITS_AGREED,
    FIRST_REVIEWED,
    NEARER_REVIEWED,
    STRUCK_OUT,
]
