"""Meetings to start from."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kittiwake.practice.meetings import recording, rules
from kittiwake.practice.meetings.models import Meeting, Part
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast

HOUR = timedelta(hours=1)
ASKED = NOW - 48 * HOUR
HELD = NOW - 30 * HOUR
QUORATE = (rules.CARE, rules.POLICE, rules.HEALTH)


def a_meeting(
    cast: Cast, *children: Child, kind: str = rules.STRATEGY, asked: Any = ASKED, **more: Any
) -> Meeting:
    facts = {"why": "Seen with adults nobody knows", "asked_by": "South team", **more}
    by = cast.user("worker")
    return recording.request_meeting(
        children or [cast.ash], kind=kind, asked=Moment(asked), by=by, at=NOW, **facts
    )


def invited(cast: Cast, meeting: Meeting, *agencies: str) -> dict[str, int]:
    """{agency: the key of its attendance}"""
    by = cast.user("worker")
    return {
        agency: recording.invite(meeting, agency=agency, name=f"Somebody of {agency}", by=by, at=NOW).pk
        for agency in agencies
    }


def held(
    cast: Cast, meeting: Meeting, *, came: Any = QUORATE, asked: Any = QUORATE, at: Any = HELD, **more: Any
) -> Meeting:
    keys = invited(cast, meeting, *dict.fromkeys((*asked, *came)))
    answers = {keys[agency]: rules.CAME for agency in came}
    facts = {"chair": "The chair", **more}
    return recording.hold_meeting(
        meeting, held=Moment(at), answers=answers, by=cast.user("worker"), at=NOW, **facts
    )


def part_of(meeting: Meeting, child: Child) -> Part:
    return Part.objects.select_related("entry", "meeting").get(meeting=meeting, child=child)
