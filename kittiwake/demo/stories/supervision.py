"""The stories of supervision: a supervisor on leave whom nobody covers. Of a team whose notes never mention progress,
the months themselves tell (demo.supervising): the next note that says something of it begins to mend that."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.urls import reverse

from kittiwake.assurance.allocation.cover.recording import be_away
from kittiwake.demo.people import Council
from kittiwake.demo.stories.children import MARSH
from kittiwake.time.moments import local_date


def make(council: Council, at: datetime) -> None:
    on_leave(council, at)
    silent_on_progress(council)


def on_leave(council: Council, at: datetime) -> None:
    """The manager of the Marsh team has been away for nine days, and nobody covers."""
    today = local_date(at)
    be_away(
        council.managers[MARSH],
        starts_on=today - timedelta(days=9),
        ends_on=today + timedelta(days=12),
        by=council.system,
        at=at - timedelta(days=10),
    )
    council.tell(
        "service.manager",
        reverse("supervision:team"),
        "A manager is away, and nobody covers",
        see="The manager of the Marsh team has been away for nine days. Their workers have nobody to think with, and nobody decides.",
        mend="Name somebody who covers. They hold supervision and see the team’s children until the manager is back, and never an "
        "earlier personal note.",
    )


def silent_on_progress(council: Council) -> None:
    council.tell(
        "manager.quayside.team",
        reverse("supervision:quality"),
        "Good talks, and nothing of progress",
        see="In four months no supervision note of the Quayside team says what came of the last direction. The other teams’ do.",
        mend="Hold a supervision with one of the team (More, then Supervision), and write the part of one child: what was agreed last "
        "time, and what came of it. The count of silent notes grows no more.",
    )
