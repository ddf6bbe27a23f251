"""Writing that a context conference was asked for. It is then planned and held as every meeting is."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.whole import whole
from kittiwake.practice.meetings import events, rules
from kittiwake.practice.meetings.facts import Arrangements
from kittiwake.practice.meetings.models import Meeting
from kittiwake.practice.meetings.recording import new_meeting
from kittiwake.time.moments import Moment


@whole()
def request_conference(
    *, about: str, why: str, asked: Moment, asked_by: str, by: User, at: datetime,
    planned: Moment | None = None, **arrangements: Unpack[Arrangements],
) -> Meeting:  # fmt: skip
    """A context conference: about a place or a group, and no child by name."""
    meeting = new_meeting(
        rules.CONTEXT, asked, planned, why=why, asked_by=asked_by, at=at,
        about=about, about_no_child=True, **arrangements,
    )  # fmt: skip
    history.write(events.CONFERENCE_REQUESTED, meeting, by=by, at=at)
    return meeting
