"""What puts a child on a track and takes them off it, and that something owed to them was done. Form, import and API all
call these: each settles the child's clocks, so that a duty begins with its fact, whoever records it and however late.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.duties import events, rules
from kittiwake.practice.duties.models import Done
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Track
from kittiwake.record.recording.changes import change_child as change
from kittiwake.time.moments import Moment, local_date

DONE = "duties.done"


@whole()
def start_track(child: Child, *, by: User, at: datetime, **facts: Any) -> Track:
    """As record.start_track; what the track asks for begins on the day it started."""
    track = record.start_track(child, **facts, by=by, at=at)
    settle(child, at)
    return track


@whole()
def end_track(track: Track, *, ends_on: date, by: User, at: datetime, end_reason: str = "") -> None:
    """As record.end_track; what it asked for is over from that day."""
    record.end_track(track, ends_on=ends_on, end_reason=end_reason, by=by, at=at)
    settle(track.child, at)


@whole()
def reopen_track(track: Track, *, by: User, at: datetime) -> None:
    record.reopen_track(track, by=by, at=at)
    settle(track.child, at)


@whole()
def take_back_track(track: Track, *, reason: str, by: User, at: datetime) -> None:
    """They were never on it, so it asked for nothing."""
    record.take_back(track, reason=reason, by=by, at=at)
    settle(track.child, at)


@whole()
def change_child(child: Child, *, version: int, by: User, at: datetime, **facts: Any) -> Child:
    """As record.recording.changes.change_child; what hangs on their age, or on coming here alone, goes by what is known now."""
    changed = change(child, version=version, by=by, at=at, **facts)
    if {"born_on", "birth_is", "unaccompanied"} & facts.keys():
        settle(changed, at)
    return changed


@whole()
def say_done(
    child: Child,
    *,
    kind: str,
    done: Moment,
    by: User,
    at: datetime,
    who: str = "",
    words: str = "",
    source: str = "",
) -> Done:
    """Something owed to the child was done then. `source` is the list that says so, of what was done before.

    Refuses a time to come, and one before they were born.
    """
    if done.at > at:
        raise Refused("This is in the future. Enter when it was done.", field="done")
    if child.born_on and child.birth_is == "known" and local_date(done.at) < child.born_on:
        raise Refused("This is before they were born. Check the date.", field="done")
    entry = record.enter(child, kind=DONE, summary=dict(rules.KINDS)[kind], happened_at=done.at, by=by, at=at)
    made = Done.objects.create(
        entry=entry, child=child, kind=kind, done_at=done.at, time_known=done.time_known, who=who, words=words,
        source=source,
    )  # fmt: skip
    settle(child, at)
    history.write(events.DONE, made, by=by, at=at, child_id=child.pk)
    return made


@whole()
def strike_out(done: Done, *, reason: str, by: User, at: datetime) -> None:
    """It was recorded wrongly. What it met is owed again, by the day it always was."""
    record.strike_out(done.entry, reason=reason, by=by, at=at)
    settle(done.child, at)
    history.write(events.STRUCK_OUT, done, by=by, at=at, child_id=done.child_id)
