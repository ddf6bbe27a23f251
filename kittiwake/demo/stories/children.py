"""The children the stories are about."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.demo.children import make_child
from kittiwake.demo.people import Council
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date

HARBOUR, MARSH = "Harbour team", "Marsh team"


def story_child(
    council: Council, team: str, at: datetime, forenames: str, surname: str, born_on: date, *, track: str = ""
) -> Child:
    child = make_child(council, team, at, forenames=forenames, surname=surname, born_on=born_on, track=track)
    worker = council.workers[team][0]
    if not child.allocations.filter(ends_on=None, worker=worker).exists():
        today = local_date(at)
        record.allocate(
            child, team=council.teams[team], worker=worker, starts_on=today, by=council.system, at=at
        )
    return child
