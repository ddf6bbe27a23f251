"""What a conference decides about child protection, on the tracks of the child. Called by recording, in its transaction.

A child protection plan begins on the day of the conference that made it, a child in need plan ends that day, and a
review that finds no need for the plan ends it (Working Together, chapter 3; children in need census, rule 4016).
"""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import Part
from kittiwake.record.models import Track
from kittiwake.time.moments import local_date

PROTECTION, IN_NEED = "child_protection", "child_in_need"
CHANGED = "The record of the conference was changed"


def decided(part: Part, before: bool | None, *, by: User, at: datetime) -> None:
    """`before` is what the record said until now. Says nothing where it goes on saying the same."""
    if part.plan_made == before or part.meeting.kind not in rules.PLAN_MAKING:
        return
    undo(part, before, by=by, at=at)
    is_review = part.meeting.kind == rules.REVIEW
    if part.plan_made and not is_review:
        _begin(part, by=by, at=at)
    elif part.plan_made is False and is_review:
        _end(part, by=by, at=at)


def _begin(part: Part, *, by: User, at: datetime) -> None:
    on = _day(part)
    tracks = Track.objects.on(on).filter(child=part.child)
    if tracks.filter(kind=PROTECTION).exists():
        return
    for in_need in tracks.filter(kind=IN_NEED, ends_on=None):
        duties.end_track(in_need, ends_on=on, by=by, at=at)
    source = part.meeting.get_kind_display()
    duties.start_track(
        part.child, kind=PROTECTION, starts_on=on, category=part.category, source=source, by=by, at=at
    )


def _end(part: Part, *, by: User, at: datetime) -> None:
    on = _day(part)
    for track in Track.objects.on(on).filter(child=part.child, kind=PROTECTION, ends_on=None):
        duties.end_track(track, ends_on=on, by=by, at=at)


def undo(part: Part, said: bool | None, *, by: User, at: datetime) -> None:
    """What this conference had begun or ended, as if it had said nothing."""
    if said is None or part.meeting.held_at is None or part.meeting.kind not in rules.PLAN_MAKING:
        return
    is_review = part.meeting.kind == rules.REVIEW
    if said and not is_review:
        begun = Track.objects.filter(child=part.child, kind=PROTECTION, starts_on=_day(part), ends_on=None)
        for track in begun:
            duties.take_back_track(track, reason=CHANGED, by=by, at=at)
            _reopen(part, IN_NEED, by=by, at=at)
    elif not said and is_review:
        _reopen(part, PROTECTION, by=by, at=at)


def _reopen(part: Part, kind: str, *, by: User, at: datetime) -> None:
    ended = Track.objects.filter(child=part.child, kind=kind, ends_on=_day(part), starts_on__lt=_day(part))
    for track in ended:
        duties.reopen_track(track, by=by, at=at)


def _day(part: Part) -> date:
    assert part.meeting.held_at is not None
    return local_date(part.meeting.held_at)
