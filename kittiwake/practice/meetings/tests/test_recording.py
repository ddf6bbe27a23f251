"""What is written about meetings, and what is refused."""

from __future__ import annotations

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.meetings import recording, rules
from kittiwake.practice.meetings.agreements import recording as agreements
from kittiwake.practice.meetings.conferences import recording as conferences
from kittiwake.practice.meetings.models import Attendance, Meeting, Part
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.meetings.tests.made import ASKED, HELD, HOUR, a_meeting, held, invited, part_of
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import InformedBy, Words
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast


def clock(part: Part, standard: rules.Standard) -> Clock:
    return Clock.objects.get(entry=part.entry, key=standard.key)


def test_asking_puts_it_on_each_childs_chronology(cast: Cast) -> None:
    meeting = a_meeting(cast, cast.ash, cast.briar, kind=rules.COMPLEX)
    assert {part.child for part in meeting.parts.all()} == {cast.ash, cast.briar}
    entry = part_of(meeting, cast.ash).entry
    assert (entry.kind, entry.summary, entry.happened_at) == (
        "meetings.meeting",
        "Complex strategy meeting asked for",
        ASKED,
    )
    assert clock(part_of(meeting, cast.briar), rules.COMPLEX_HELD).due_at == ASKED + 72 * HOUR


def test_what_led_to_it_is_a_link(cast: Cast) -> None:
    first = part_of(a_meeting(cast), cast.ash)
    later = part_of(a_meeting(cast, cast.ash, cast.briar, because_of=first.entry), cast.ash)
    assert [link.because_of for link in InformedBy.objects.filter(entry=later.entry)] == [first.entry]
    assert InformedBy.objects.count() == 1, "what is on Ash's record led to nothing on Briar's"


@pytest.mark.parametrize(
    ("asked", "planned", "words"),
    [
        (NOW + HOUR, None, "in the future"),
        (ASKED, ASKED - HOUR, "before it was asked for"),
    ],
)
def test_times_out_of_order_are_refused(cast: Cast, asked, planned, words) -> None:
    with pytest.raises(Refused, match=words):
        a_meeting(cast, asked=asked, planned=planned and Moment(planned))
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("at", "words"), [(ASKED - HOUR, "before the meeting was asked for"), (NOW + HOUR, "in the future")]
)
def test_it_was_not_held_before_it_was_asked_for_nor_tomorrow(cast: Cast, at, words) -> None:
    meeting = a_meeting(cast)
    with pytest.raises(Refused, match=words) as refused:
        held(cast, meeting, at=at)
    assert refused.value.field == "held"
    assert Meeting.objects.get().held_at is None


def test_holding_it_stops_the_clock_and_tells_the_chronology(cast: Cast) -> None:
    meeting = held(cast, a_meeting(cast))
    part = part_of(meeting, cast.ash)
    assert (part.entry.summary, part.entry.happened_at) == ("Strategy discussion held", HELD)
    assert clock(part, rules.STRATEGY_HELD).stopped_at == HELD


def test_without_a_quorum_it_says_why_and_the_duty_runs_on(cast: Cast) -> None:
    meeting = a_meeting(cast)
    with pytest.raises(Refused, match="There was no quorum: Health missing"):
        held(cast, meeting, came=(rules.CARE, rules.POLICE))
    assert Meeting.objects.get().held_at is None
    assert set(Attendance.objects.values_list("answer", flat=True)) == {rules.INVITED}, "nothing half-done"
    keys = {attendance.agency: attendance.pk for attendance in Attendance.objects.all()}
    answers = {keys[agency]: rules.CAME for agency in (rules.CARE, rules.POLICE)}
    recording.hold_meeting(
        meeting, held=Moment(HELD), answers=answers, went_ahead_why="A child in danger tonight",
        by=cast.user("worker"), at=NOW,
    )  # fmt: skip
    assert clock(part_of(meeting, cast.ash), rules.STRATEGY_HELD).stopped_at is None
    assert Attendance.objects.get(agency=rules.HEALTH).answer == rules.ABSENT


def test_it_is_held_once(cast: Cast) -> None:
    meeting = held(cast, a_meeting(cast))
    with pytest.raises(Refused, match="recorded already"):
        held(cast, meeting, asked=(), came=())


def test_nobody_is_invited_twice_for_one_agency(cast: Cast) -> None:
    meeting = a_meeting(cast)
    invited(cast, meeting, rules.POLICE)
    with pytest.raises(Refused, match="is on the list for that agency already"):
        recording.invite(
            meeting, agency=rules.POLICE, name=" SOMEBODY of police", by=cast.user("worker"), at=NOW
        )
    recording.invite(meeting, agency=rules.HEALTH, name="Somebody of police", by=cast.user("worker"), at=NOW)
    assert Attendance.objects.count() == 2


def test_a_report_says_something_and_nobody_came_before_it_was_held(cast: Cast) -> None:
    meeting = a_meeting(cast)
    invited(cast, meeting, rules.HEALTH)
    attendance, by = Attendance.objects.get(), cast.user("worker")
    with pytest.raises(Refused, match="what the report says"):
        recording.answer(attendance, answer=rules.REPORTED, by=by, at=NOW)
    with pytest.raises(Refused, match="Record first that the meeting was held"):
        recording.answer(attendance, answer=rules.CAME, by=by, at=NOW)
    recording.answer(attendance, answer=rules.REPORTED, report="Known to the nurse", by=by, at=NOW)
    recording.hold_meeting(meeting, held=Moment(HELD), answers={}, went_ahead_why="Urgent", by=by, at=NOW)
    attendance.refresh_from_db()
    assert attendance.answer == rules.REPORTED, "an answer given before is kept"


def test_only_one_chair_agrees_the_record(cast: Cast) -> None:
    meeting = held(cast, a_meeting(cast))
    recording.close_meeting(meeting, version=meeting.version, by=cast.user("manager"), at=NOW)
    with pytest.raises(Refused, match="Manager has agreed this record already"):
        recording.close_meeting(meeting, version=meeting.version, by=cast.user("worker"), at=NOW)
    with pytest.raises(Refused, match="The record of this meeting is agreed"):
        invited(cast, meeting, "housing")


def test_the_chair_agrees_what_they_have_read(cast: Cast) -> None:
    meeting = held(cast, a_meeting(cast))
    read = meeting.version
    parts.decide(
        part_of(meeting, cast.ash), what="Visit", why="To see", no_action_why="Done already",
        by=cast.user("worker"), at=NOW,
    )  # fmt: skip
    with pytest.raises(Refused, match="Somebody changed the record while you read it"):
        recording.close_meeting(meeting, version=read, by=cast.user("manager"), at=NOW)


def test_a_decision_becomes_somebodys_action(cast: Cast) -> None:
    part = part_of(held(cast, a_meeting(cast)), cast.ash)
    by, owner = cast.user("worker"), cast.workers["worker"]
    made = parts.decide(
        part, what="See Ash today", why="Nobody has", owner=owner, due_on=NOW.date(), by=by, at=NOW
    )
    assert (Action.objects.get().entry, Action.objects.get().owner) == (part.entry, owner)
    with pytest.raises(Refused, match="has an action already"):
        parts.act_on(made, owner=owner, due_on=NOW.date(), by=by, at=NOW)
    with pytest.raises(Refused, match="both who will do it and by which day"):
        parts.decide(part, what="x", why="x", owner=owner, by=by, at=NOW)


def test_what_was_left_without_an_action_is_mended_later(cast: Cast) -> None:
    part = part_of(held(cast, a_meeting(cast)), cast.ash)
    by, owner = cast.user("worker"), cast.workers["worker"]
    made = parts.decide(part, what="Ring school", why="Not been", by=by, at=NOW)
    assert made.action is None
    parts.act_on(made, owner=owner, due_on=NOW.date(), by=by, at=NOW)
    made.refresh_from_db()
    assert made.action.what == "Ring school"


def test_nothing_is_decided_before_it_was_held(cast: Cast) -> None:
    part, by = part_of(a_meeting(cast), cast.ash), cast.user("worker")
    with pytest.raises(Refused, match="Record first that the meeting was held"):
        parts.decide(part, what="x", why="x", by=by, at=NOW)
    with pytest.raises(Refused, match="Record first that the meeting was held"):
        parts.write_part(part, version=1, outcome="open", by=by, at=NOW)
    parts.write_part(part, version=1, child_views="I want to stay at school", by=by, at=NOW)
    assert Words.objects.get().text == "I want to stay at school"


def test_two_writers_of_one_part(cast: Cast) -> None:
    part, by = part_of(a_meeting(cast), cast.ash), cast.user("worker")
    parts.write_part(part, version=1, information="School: away a lot", by=by, at=NOW)
    with pytest.raises(Refused, match="Somebody else changed this part"):
        parts.write_part(part, version=1, information="Other", by=by, at=NOW)


def test_an_enquiry_is_somebodys(cast: Cast) -> None:
    part = part_of(held(cast, a_meeting(cast)), cast.ash)
    with pytest.raises(Refused, match="who carries out the enquiry"):
        parts.write_part(part, version=1, enquiry="joint", by=cast.user("worker"), at=NOW)


def test_what_was_recorded_for_several_holds_for_those_the_writer_may_not_see(cast: Cast) -> None:
    meeting = a_meeting(cast, cast.ash, cast.rowan, kind=rules.COMPLEX)
    keys = invited(cast, meeting, rules.CARE, rules.POLICE, rules.HEALTH)
    with acting_as(cast.user("worker")):
        assert Part.objects.filter(meeting=meeting).count() == 1, "the worker sees Ash's part alone"
        recording.hold_meeting(
            meeting, held=Moment(HELD), answers=dict.fromkeys(keys.values(), rules.CAME),
            by=cast.user("worker"), at=NOW,
        )  # fmt: skip
    theirs = part_of(meeting, cast.rowan)
    assert theirs.entry.summary == "Complex strategy meeting held"
    assert clock(theirs, rules.COMPLEX_HELD).stopped_at == HELD
    assert Event.objects.filter(what="meetings.held", child_id=cast.rowan.pk).exists()


def test_cancelling_takes_its_clock_away_with_the_reason(cast: Cast) -> None:
    meeting = a_meeting(cast)
    recording.cancel_meeting(meeting, reason="Asked for twice", by=cast.user("worker"), at=NOW)
    part = part_of(meeting, cast.ash)
    assert clock(part, rules.STRATEGY_HELD).cancelled_reason == "Asked for twice"
    assert part.entry.summary == "Strategy discussion cancelled"
    with pytest.raises(Refused, match="was cancelled"):
        held(cast, meeting)


def test_one_more_child_until_it_is_held(cast: Cast) -> None:
    meeting, by = a_meeting(cast, kind=rules.PANEL), cast.user("worker")
    recording.add_child(meeting, cast.briar, by=by, at=NOW)
    with pytest.raises(Refused, match="about this child already"):
        recording.add_child(meeting, cast.briar, by=by, at=NOW)
    held(cast, meeting)
    with pytest.raises(Refused, match="It has been held"):
        recording.add_child(meeting, cast.rowan, by=by, at=NOW)


def test_striking_out_one_part_leaves_the_others_and_its_clock_runs_again(cast: Cast) -> None:
    first = a_meeting(cast)
    again = held(cast, a_meeting(cast, cast.ash, cast.briar))
    part = part_of(again, cast.ash)
    asked_first = clock(part_of(first, cast.ash), rules.STRATEGY_HELD)
    assert asked_first.stopped_by == part.entry
    recording.strike_out(part, reason="The wrong child", by=cast.user("worker"), at=NOW)
    asked_first.refresh_from_db()
    assert asked_first.stopped_at is None
    assert clock(part_of(again, cast.briar), rules.STRATEGY_HELD).stopped_at == HELD


def test_a_context_conference_is_about_a_place_and_no_child(cast: Cast) -> None:
    by = cast.user("manager")
    conference = conferences.request_conference(
        about="The made-up arcade",
        why="Adults wait outside",
        asked=Moment(ASKED),
        asked_by="Police",
        by=by,
        at=NOW,
    )
    with pytest.raises(Refused, match="names no child"):
        recording.add_child(conference, cast.ash, by=by, at=NOW)
    keys = invited(cast, conference, rules.CARE, rules.POLICE)
    recording.hold_meeting(
        conference, held=Moment(HELD), answers=dict.fromkeys(keys.values(), rules.CAME), by=by, at=NOW
    )
    agreed = agreements.agree(
        conference,
        what="Better lighting",
        agency="other",
        owner_name="Parks",
        due_on=NOW.date(),
        by=by,
        at=NOW,
    )
    agreements.finish_agreement(agreed, outcome="Lit since Monday", by=by, at=NOW)
    with pytest.raises(Refused, match="finished already"):
        agreements.finish_agreement(agreed, outcome="x", by=by, at=NOW)
