"""The only way a talk is written."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypedDict, Unpack

from kittiwake.practice.mentoring import events
from kittiwake.practice.mentoring.models import Talk

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date, start_of

TALK = "mentoring.talk"


class TalkFacts(TypedDict):
    mentor: str
    talked_on: date
    next_on: date | None


@whole()
def record_talk(child: Child, *, by: User, at: datetime, **facts: Unpack[TalkFacts]) -> Talk:
    """Refuses a day to come."""
    if facts["talked_on"] > local_date(at):
        raise Refused("The day must be today or in the past.", field="talked_on")
    summary = f"Talk with their mentor, {facts['mentor']}"
    when = start_of(facts["talked_on"])
    entry = record.enter(child, kind=TALK, summary=summary, happened_at=when, by=by, at=at)
    talk = Talk.objects.create(entry=entry, child=child, **facts)
    history.write(events.TALKED, talk, by=by, at=at, child_id=child.pk)
    return talk
