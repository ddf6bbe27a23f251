"""Who may open the pages of missing episodes."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.areas.powers import Power
from kittiwake.practice.missing import recording
from kittiwake.practice.missing.carer_details.recording import keep_carer_details
from kittiwake.practice.missing.reports import recording as reports
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date
from tests.matrix.pages import Made, reads, writes


def make(made: Made) -> None:
    word, by, at = made.word("missing.episode"), made.by, made.at
    reported = Moment(at - timedelta(hours=40))
    made["episode"] = recording.report_missing(
        made.child, reported=reported, source="police", reporter=word, reference=word, by=by, at=at
    )
    details = {"description": made.word("missing.carer_details")}
    made["carer_details"] = keep_carer_details(made.child, **details, by=by, at=at)
    made["recipient"], made["level"] = "police", "24h"


def _reported_again(made: Made, more: int) -> None:
    """And graded anew."""
    for number in range(more):
        by, at = made.somebody(number), made.at - timedelta(minutes=number)
        reports.add_report(made["episode"], source="carer", made_at=at, by=by, at=made.at)
        reports.record_grade(made["episode"], level="high", since_at=at, by=by, at=made.at)


def more_children(made: Made, more: int) -> None:
    """Of the same team, each with somebody else; missing and back, and nobody has listened yet."""
    have = Child.objects.count()
    for number in range(have, have + more):
        by, at = made.somebody(number), made.at
        names = {"forenames": "x", "surname": "Matrix", "identifiers_": {"council": f"X{number}"}}
        child = record.add_child(**names, by=by, at=at)
        starts_on = local_date(at) - timedelta(days=9)
        for role, worker in (("lead", by.worker), ("other", made.people["manager"].worker)):
            record.allocate(
                child, team=made.team, worker=worker, role=role, starts_on=starts_on, by=by, at=at
            )
        away_and_back(child, number, made)


def away_and_back(child: Child, number: int, made: Made) -> None:
    reported, returned = (Moment(made.at - timedelta(hours=2 * number + hours)) for hours in (30, 29))
    by = made.somebody(number)
    recording.report_past(child, reported=reported, returned=returned, by=by, at=made.at)


PAGES = [
    reads("missing:episode", Power.SEE_MISSING, pk="episode", grows=_reported_again, at_most=22),
    writes("missing:report_missing", Power.REPORT, child_pk="child"),
    writes("missing:add_report", Power.REPORT, pk="episode"),
    writes("missing:record_grade", Power.REPORT, pk="episode"),
    writes("missing:record_location", Power.REPORT, pk="episode"),
    writes("missing:record_return", Power.REPORT, pk="episode"),
    writes("missing:tell", Power.REPORT, pk="episode", recipient="recipient"),
    writes("missing:acknowledge", Power.APPROVE, pk="episode", level="level"),
    writes("missing:cancel", Power.REPORT, pk="episode"),
    writes("missing:strike_out", Power.RECORD, pk="episode"),
    reads("missing:carer_details", Power.SEE_MISSING, pk="carer_details"),
    writes("missing:keep_carer_details", Power.REPORT, child_pk="child"),
]
