"""What can be said to have happened to a list of staff."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

STAFF_READ = EventKind("exchange.staff_read", "Read a list of staff", is_administration=True)
STAFF_RECORDED = EventKind("exchange.staff_recorded", "Recorded a list of staff", is_administration=True)
STAFF_DISCARDED = EventKind("exchange.staff_discarded", "Discarded a list of staff", is_administration=True)

STAFF_EVENTS = [STAFF_READ, STAFF_RECORDED, STAFF_DISCARDED]
