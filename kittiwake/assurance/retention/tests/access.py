"""Who may see which records have reached their end, and decide that one is kept on."""

from __future__ import annotations

from datetime import date, timedelta

from kittiwake.areas.powers import Power
from kittiwake.assurance.retention.recording import keep_on
from kittiwake.record import recording as record
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, writes


def make(made: Made) -> None:
    until = local_date(made.at) + timedelta(days=400)
    keep_on(made.child, until=until, why=made.word("retention"), version=0, by=made.by, at=made.at)


def _more_ended(made: Made, more: int) -> None:
    have = made.child.kept_on.count()
    until = local_date(made.at) + timedelta(days=400)
    for number in range(have, have + more):
        facts = {
            "forenames": "x",
            "surname": "Matrix",
            "born_on": date(1995, 1, 1),
            "identifiers_": {"council": f"R{number}{more}"},
        }
        child = record.add_child(**facts, by=made.by, at=made.at)
        keep_on(child, until=until, why="x", version=0, by=made.somebody(number), at=made.at)


PAGES = [
    lists("retention:records", Power.DECIDE_RETENTION, grows=_more_ended, at_most=16),
    writes("retention:keep", Power.DECIDE_RETENTION, child_pk="child"),
]
