"""What the area puts on the chronology, and what of it waits for a manager."""

from __future__ import annotations

from datetime import datetime

from kittiwake.access.viewer import Viewer
from kittiwake.access.waits import Waits
from kittiwake.areas.powers import Power
from kittiwake.desk.exports.models import RecordExport
from kittiwake.desk.exports.recording import KIND
from kittiwake.desk.exports.showing import waiting
from kittiwake.primitives.shared_pages.chronology import ChronologyLine, Lines
from kittiwake.ui.dates import long_date


def told_of(export: RecordExport) -> Lines:
    made = f"Made on {long_date(export.made_at)}" if export.made_at else "Not made yet"
    return [f"For {export.for_whom}. {made}"]


def to_decide(viewer: Viewer, at: datetime) -> int:
    return waiting(viewer).count()


PARTS = [
    ChronologyLine(KIND, RecordExport, told_of),
    Waits(
        Power.EXPORT_RECORD,
        to_decide,
        "exports:waiting",
        "copy of a record to decide",
        "copies of records to decide",
    ),
]
