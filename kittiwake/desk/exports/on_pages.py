"""What the area puts on the chronology."""

from __future__ import annotations

from kittiwake.desk.exports.models import RecordExport
from kittiwake.desk.exports.recording import KIND
from kittiwake.primitives.shared_pages.chronology import ChronologyLine, Lines
from kittiwake.ui.dates import long_date


def told_of(export: RecordExport) -> Lines:
    made = f"Made on {long_date(export.made_at)}" if export.made_at else "Not made yet"
    return [f"For {export.for_whom}. {made}"]


PARTS = [ChronologyLine(KIND, RecordExport, told_of)]
