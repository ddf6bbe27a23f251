"""What can be said to have happened to who works with a child."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

CHANGED = EventKind("allocation.changed", "Changed their worker")
STRUCK_OUT = EventKind("allocation.struck_out", "Struck out a change of worker")
HANDOVER_WRITTEN = EventKind("allocation.handover_written", "Wrote what is handed over")
HANDOVER_SIGNED = EventKind("allocation.handover_signed", "Signed a handover")
INTRODUCED = EventKind("allocation.introduced", "Recorded that the child met their new worker")
AWAY = EventKind("allocation.away", "Recorded when a worker is away")
COVERED = EventKind("allocation.covered", "Recorded who covers")
COVER_ENDED = EventKind("allocation.cover_ended", "Ended cover for a child")
BACK = EventKind("allocation.back", "Recorded when a worker is back")
WORKER_ENDED = EventKind("allocation.worker_ended", "Recorded that a worker leaves")

EVENTS = [
    CHANGED,
    STRUCK_OUT,
    HANDOVER_WRITTEN,
    HANDOVER_SIGNED,
    INTRODUCED,
    AWAY,
    COVERED,
    COVER_ENDED,
    BACK,
    WORKER_ENDED,
]
