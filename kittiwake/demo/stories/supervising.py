"""The stories of supervision: a supervisor on leave whom nobody covers. Of a team whose notes never mention progress,
the months themselves tell (demo.supervising): the next note that says something of it begins to mend that."""

from __future__ import annotations

from datetime import datetime, timedelta

from kittiwake.assurance.supervision import recording_of_agreements as agreements
from kittiwake.demo.people import Council
from kittiwake.demo.stories.children import MARSH
from kittiwake.ui.dates import local_date


def make(council: Council, at: datetime) -> None:
    on_leave(council, at)


def on_leave(council: Council, at: datetime) -> None:
    """The manager of the Marsh team has been away for nine days, and nobody covers."""
    today = local_date(at)
    agreements.be_away(
        council.managers[MARSH],
        starts_on=today - timedelta(days=9),
        ends_on=today + timedelta(days=12),
        by=council.system,
        at=at - timedelta(days=10),
    )
