"""The clocks that a meeting starts and ends for one child. Called by recording, inside its transaction.

Those of reviews and core groups hang on being in care or on a plan, and are worked out in `duties`.
"""

from __future__ import annotations

from datetime import datetime

from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import Part
from kittiwake.practice.meetings.quorum.rules import ends_the_duty
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.primitives.clocks.models import Clock
from kittiwake.time.moments import local_date


def asked(part: Part) -> None:
    meeting = part.meeting
    standard = rules.STARTED_BY_ASKING.get(meeting.kind)
    if standard:
        clocks.start(standard, entry=part.entry, at=meeting.asked_at, time_known=meeting.asked_time_known)


def held(part: Part, came: set[str], at: datetime) -> None:
    """Ends the duties that holding it fulfils, and starts those that follow from holding it."""
    meeting = part.meeting
    assert meeting.held_at is not None
    if ends_the_duty(meeting.kind, came, local_date(meeting.held_at)):
        _end(part, [standard.key for standard in rules.ENDED_BY_HOLDING.get(meeting.kind, [])])
    settle(part.child, at)


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
    following = rules.started_by_holding(meeting.kind, enquiry=part.enquiry or "none")
    for standard in following:
        clocks.start(standard, entry=part.entry, at=meeting.held_at, time_known=meeting.held_time_known)
    for standard in FROM_DECISIONS:
        if standard not in following:
            clocks.withdraw(standard.key, entry=part.entry, reason="The record of the meeting was changed")
    settle(part.child, at)


FROM_DECISIONS = (rules.ENQUIRY, rules.INITIAL_HELD)


def enquiry_ended(part: Part, at: datetime) -> None:
    """The enquiry is over; where no conference is needed, the duty to hold one falls away with the reason."""
    clocks.stop(rules.ENQUIRY.key, entry=part.entry, at=at, by_entry=part.entry)
    if part.enquiry_result != "conference":
        label = part.get_enquiry_result_display()
        reason = f"{label}: {part.enquiry_words}"[:300]
        clocks.cancel(rules.INITIAL_HELD.key, entry=part.entry, at=at, reason=reason)


def fell_away(part: Part, *, at: datetime, reason: str) -> None:
    """The meeting will not be held, or was recorded wrongly: what it started falls away, what it ended runs again."""
    for standard in rules.STARTED_AND_ENDED_HERE:
        clocks.cancel(standard.key, entry=part.entry, at=at, reason=reason)
    ended = Clock.objects.filter(stopped_by=part.entry).exclude(entry=part.entry).select_related("entry")
    for clock in ended:
        clocks.reopen(clock.key, entry=clock.entry, stopped_by=part.entry)
    settle(part.child, at)
