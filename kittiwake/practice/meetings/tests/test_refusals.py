"""What a meeting refuses: what comes before it was held, and what comes after."""

from __future__ import annotations

import pytest

from kittiwake.history.refusal import Refused
from kittiwake.practice.meetings import recording, rules
from kittiwake.practice.meetings.agreements import recording as agreements
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.meetings.tests.made import ASKED, HOUR, a_meeting, held, part_of
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast


def test_a_meeting_is_about_somebody(cast: Cast) -> None:
    with pytest.raises(Refused, match="Choose the child") as refused:
        recording.request_meeting(
            [],
            kind=rules.STRATEGY,
            asked=Moment(ASKED),
            why="x",
            asked_by="y",
            by=cast.user("worker"),
            at=NOW,
        )
    assert refused.value.field == "others"


def test_what_was_held_is_neither_planned_anew_nor_cancelled(cast: Cast) -> None:
    by = {"by": cast.user("worker"), "at": NOW}
    meeting = a_meeting(cast)
    with pytest.raises(Refused, match="before it was asked for"):
        recording.plan_meeting(meeting, planned=Moment(ASKED - HOUR), **by)
    held(cast, meeting)
    with pytest.raises(Refused, match="has been held already"):
        recording.plan_meeting(meeting, planned=Moment(NOW + HOUR), **by)
    with pytest.raises(Refused, match="so it is not cancelled"):
        recording.cancel_meeting(meeting, reason="x", **by)


def test_what_was_not_held_is_neither_agreed_nor_agrees_anything(cast: Cast) -> None:
    by = {"by": cast.user("worker"), "at": NOW}
    meeting = a_meeting(cast, kind=rules.COMPLEX)
    with pytest.raises(Refused, match="Record first that the meeting was held"):
        recording.close_meeting(meeting, version=meeting.version, **by)
    what = {
        "what": "Light the car park",
        "agency": rules.POLICE,
        "owner_name": "Somebody",
        "due_on": NOW.date(),
    }
    with pytest.raises(Refused, match="Record first that the meeting was held"):
        agreements.agree(meeting, **what, **by)
    assert not meeting.agreements.exists()


@pytest.mark.parametrize(("kind", "is_read"), [(rules.STRATEGY, True), (rules.IN_CARE, False)])
def test_a_manager_reads_why_what_had_to_be_held_in_time_is_not(cast: Cast, kind: str, is_read: bool) -> None:
    meeting = a_meeting(cast, kind=kind)
    recording.cancel_meeting(meeting, reason="Asked for twice", by=cast.user("worker"), at=NOW)
    part = part_of(meeting, cast.ash)
    assert part.entry.reviews.exists() is is_read
    with pytest.raises(Refused, match="cancelled"):
        parts.write_part(part, version=part.version, words={}, by=cast.user("worker"), at=NOW)


def test_an_enquiry_that_did_not_begin_does_not_end(cast: Cast) -> None:
    part = part_of(held(cast, a_meeting(cast)), cast.ash)
    ended = {"ended_at": NOW, "enquiry_result": "no_concern", "enquiry_words": "x"}
    with pytest.raises(Refused, match="No enquiry began"):
        parts.end_enquiry(part, **ended, by=cast.user("worker"), at=NOW)


def test_a_partner_is_let_in_to_a_part_until_a_day_to_come(cast: Cast) -> None:
    part, facts = part_of(a_meeting(cast), cast.ash), {"by": cast.user("worker"), "at": NOW}
    for who, ends_on, wrong in (
        ("colleague", NOW.date(), "is not a partner"),
        ("stranger", NOW.date() - 24 * HOUR, "today or later"),
    ):
        with pytest.raises(Refused, match=wrong):
            parts.let_in(part, user=cast.user(who), ends_on=ends_on, **facts)
    grant = parts.let_in(part, user=cast.user("stranger"), ends_on=NOW.date(), **facts)
    assert (grant.user, grant.because_of) == (cast.user("stranger"), part.entry)
