"""Who may open the pages that cut across areas."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.practice.missing import recording as missing
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.ui.dates import Moment, local_date
from tests.matrix.pages import Made, lists, reads, writes


def more_children(made: Made, more: int) -> None:
    """Of the same team, each with somebody else; missing and back, and nobody has listened yet."""
    have = Child.objects.count()
    for number in range(have, have + more):
        by, at = made.somebody(number), made.at
        names = {"forenames": "x", "surname": "Matrix", "identifiers_": {"council": f"X{number}"}}
        child = record.add_child(**names, by=by, at=at)
        starts_on = local_date(at - timedelta(days=9))
        for role, worker in (("lead", by.worker), ("other", made.people["manager"].worker)):
            record.allocate(
                child, team=made.team, worker=worker, role=role, starts_on=starts_on, by=by, at=at
            )
        _away_and_back(child, number, made)


def _away_and_back(child: Child, number: int, made: Made) -> None:
    reported, returned = (Moment(made.at - timedelta(hours=2 * number + hours)) for hours in (30, 29))
    by = made.somebody(number)
    missing.report_past(child, reported=reported, returned=returned, by=by, at=made.at)


def _more_entries(made: Made, more: int) -> None:
    have = made.child.entries.count()
    for number in range(have, have + more):
        _away_and_back(made.child, 100 + number, made)


PAGES = [
    lists("desk:my_work", "account.see", grows=more_children, at_most=19),
    lists("desk:board", "board.see", grows=more_children, at_most=23),
    writes("desk:search", "child.search", sends={"sought": "Matrix"}, grows=more_children, at_most=15),
    reads("desk:child", "child.see", pk="child", grows=_more_entries, at_most=30),
    writes(
        "desk:chronology", "chronology.see", sends={"words": "x"}, pk="child", grows=_more_entries, at_most=12
    ),
    writes("desk:add_child", "child.record"),
    writes("desk:change_child", "child.record", pk="child"),
    writes("desk:add_name", "child.record", pk="child"),
    writes("desk:allocate", "child.allocate", pk="child"),
]
