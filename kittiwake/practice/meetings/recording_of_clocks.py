"""The clocks that a meeting starts and ends for one child. Called by recording, inside its transaction."""

from __future__ import annotations

from datetime import datetime

from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import Part
from kittiwake.practice.meetings.quorum import ends_the_duty
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.clocks.rules import start_of
from kittiwake.record.models import Track
from kittiwake.ui.dates import local_date


def asked(part: Part) -> None:
    meeting = part.meeting
    standard = rules.STARTED_BY_ASKING.get(meeting.kind)
    if standard:
        clocks.start(standard, entry=part.entry, at=meeting.asked_at, time_known=meeting.asked_time_known)
    if meeting.kind == rules.IN_CARE:
        _first_in_care(part)


def _first_in_care(part: Part) -> None:
    """Twenty working days from becoming looked after, where no review was held yet in this time in care."""
    track = Track.objects.filter(child=part.child, kind="in_care", ends_on=None).first()
    if track is None or reviews_before(part, track):
        return
    running = Clock.objects.filter(entry__child=part.child, key=rules.FIRST_IN_CARE.key, cancelled_at=None)
    if not running.filter(started_at=start_of(track.starts_on)).exists():
        clocks.start(rules.FIRST_IN_CARE, entry=part.entry, at=start_of(track.starts_on))


def reviews_before(part: Part, track: Track | None = None) -> int:
    """Looked-after reviews held before this one in the same time in care."""
    track = track or Track.objects.filter(child=part.child, kind="in_care", ends_on=None).first()
    since = {"meeting__held_at__gte": start_of(track.starts_on)} if track else {}
    held = Part.objects.held().filter(child=part.child, meeting__kind=rules.IN_CARE, **since)
    return held.exclude(pk=part.pk).count()


def held(part: Part, came: set[str], at: datetime) -> None:
    """Ends the duties that holding it fulfils, and starts those that follow from holding it."""
    meeting = part.meeting
    assert meeting.held_at is not None
    if ends_the_duty(meeting.kind, came, local_date(meeting.held_at)):
        _end(part, [standard.key for standard in rules.ENDED_BY_HOLDING.get(meeting.kind, [])])
    if meeting.kind in (rules.CORE_GROUP, rules.IN_CARE):
        decided(part, at)


def _end(part: Part, keys: list[str]) -> None:
    at = part.meeting.held_at
    assert at is not None
    running = Clock.objects.running().filter(entry__child=part.child, key__in=keys, started_at__lte=at)
    for clock in running.select_related("entry"):
        clocks.stop(clock.key, entry=clock.entry, at=at, by_entry=part.entry)


def decided(part: Part, at: datetime) -> None:
    """What runs from the meeting because of what was decided for this child."""
    meeting = part.meeting
    assert meeting.held_at is not None
    following = rules.started_by_holding(
        meeting.kind, enquiry=part.enquiry or "none", plan=part.plan_made, reviews_before=reviews_before(part)
    )
    for standard in following:
        clocks.start(standard, entry=part.entry, at=meeting.held_at, time_known=meeting.held_time_known)
    for standard in FROM_DECISIONS:
        if standard not in following:
            clocks.withdraw(standard.key, entry=part.entry, reason="The record of the meeting was changed")
    if meeting.kind == rules.REVIEW and part.plan_made is False:
        _plan_ended(part, at)


FROM_DECISIONS = (
    rules.ENQUIRY,
    rules.INITIAL_HELD,
    rules.FIRST_CORE_GROUP,
    rules.FIRST_REVIEW,
    rules.LATER_REVIEW,
)


def _plan_ended(part: Part, at: datetime) -> None:
    """No plan, so no core group and no review of it."""
    keys = [rules.FIRST_CORE_GROUP.key, rules.NEXT_CORE_GROUP.key, rules.FIRST_REVIEW.key]
    running = Clock.objects.running().filter(entry__child=part.child, key__in=[*keys, rules.LATER_REVIEW.key])
    for clock in running.select_related("entry"):
        clocks.cancel(clock.key, entry=clock.entry, at=at, reason="The child protection plan ended")


def enquiry_ended(part: Part, at: datetime) -> None:
    """The enquiry is over; where no conference is needed, the duty to hold one falls away with the reason."""
    clocks.stop(rules.ENQUIRY.key, entry=part.entry, at=at, by_entry=part.entry)
    if part.enquiry_result != "conference":
        label = part.get_enquiry_result_display()
        reason = f"{label}: {part.enquiry_words}"[:300]
        clocks.cancel(rules.INITIAL_HELD.key, entry=part.entry, at=at, reason=reason)


def fell_away(part: Part, *, at: datetime, reason: str) -> None:
    """The meeting will not be held, or was recorded wrongly: what it started falls away, what it ended runs again."""
    for standard in rules.STANDARDS:
        clocks.cancel(standard.key, entry=part.entry, at=at, reason=reason)
    ended = Clock.objects.filter(stopped_by=part.entry).exclude(entry=part.entry).select_related("entry")
    for clock in ended:
        clocks.reopen(clock.key, entry=clock.entry, stopped_by=part.entry)
