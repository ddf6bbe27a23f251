"""What puts a child on the record by hand."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from kittiwake.accounts.models import User
from kittiwake.history.whole import whole
from kittiwake.record import recording as record
from kittiwake.record.facts import ChildFacts
from kittiwake.record.models import Child, Team
from kittiwake.time.moments import local_date


@whole()
def add_child(
    *, team: Team, numbers: dict[str, str], by: User, at: datetime, **facts: Unpack[ChildFacts]
) -> Child:
    """On the record, and with a team from the same moment: a child of no team is nobody's child.

    `numbers` is {kind: value}. Refuses one that another child has.
    """
    child = record.add_child(identifiers_=numbers, source="typed", by=by, at=at, **facts)
    record.allocate(child, team=team, worker=None, starts_on=local_date(at), by=by, at=at)
    return child
