"""Who may open the pages of missing episodes."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.practice.missing import recording
from kittiwake.practice.missing.recording_of_carer_details import keep_carer_details
from kittiwake.ui.dates import Moment
from tests.matrix.pages import Made, reads, writes


def make(made: Made) -> None:
    word, by, at = made.word("missing.episode"), made.by, made.at
    reported = Moment(at - timedelta(hours=40))
    made["episode"] = recording.report_missing(
        made.child, reported=reported, source="police", reporter=word, reference=word, by=by, at=at
    )
    details = {"description": made.word("missing.carer_details")}
    made["carer_details"] = keep_carer_details(made.child, **details, by=by, at=at)
    made["duty"], made["rung"] = "police", "24h"


PAGES = [
    reads("missing:episode", "missing.see", pk="episode"),
    writes("missing:report_missing", "missing.record", child_pk="child"),
    writes("missing:add_report", "missing.record", pk="episode"),
    writes("missing:record_grade", "missing.record", pk="episode"),
    writes("missing:record_location", "missing.record", pk="episode"),
    writes("missing:record_return", "missing.record", pk="episode"),
    writes("missing:tell", "missing.record", pk="episode", duty="duty"),
    writes("missing:acknowledge", "missing.acknowledge", pk="episode", rung="rung"),
    writes("missing:cancel", "missing.record", pk="episode"),
    writes("missing:strike_out", "entry.strike_out", pk="episode"),
    reads("missing:carer_details", "missing.see", pk="carer_details"),
    writes("missing:keep_carer_details", "missing.record", child_pk="child"),
]
