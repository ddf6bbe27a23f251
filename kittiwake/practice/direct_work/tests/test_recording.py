from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.history.refusal import Refused
from kittiwake.practice.direct_work import rules
from kittiwake.practice.direct_work.goals import recording as goals
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.direct_work.sessions import recording as sessions
from kittiwake.practice.placements import recording as placements
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import recording as record
from kittiwake.record.models import Words
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast


def hold(cast: Cast, held: datetime = NOW, *, child=None, **more):
    facts = {"seen": True, "worker_name": "Worker", **more}
    return sessions.hold(child or cast.ash, held=Moment(held), by=cast.user("worker"), at=NOW, **facts)


@pytest.fixture
def in_care(cast: Cast) -> Cast:
    record.start_track(cast.ash, kind="in_care", starts_on=date(2026, 11, 2), by=cast.system, at=NOW)
    placements.place(
        cast.ash, starts_on=date(2026, 11, 2), host_code="000", carer="A carer", by=cast.system, at=NOW
    )
    return cast


def clock(key: str) -> Clock:
    return Clock.objects.get(key=key, cancelled_at=None)


def visits():
    return Clock.objects.running().filter(key__in=[standard.key for standard in rules.CARE_VISITS])


def day(number: int) -> datetime:
    return datetime(2026, 11, number, 10, tzinfo=UTC)


def test_a_visit_stops_the_first_clock_and_starts_the_next(in_care: Cast):
    visit = hold(in_care, day(9), kind=rules.IN_CARE)
    first, later = clock("placements.first_visit"), clock(rules.SIX_WEEKLY.key)
    assert (first.stopped_at, first.stopped_by) == (day(9), visit.entry)
    assert first.stopped_at <= first.due_at
    assert later.due_at.date() == date(2026, 12, 21)


def test_a_visit_at_which_they_were_not_seen_stops_nothing(in_care: Cast):
    hold(in_care, day(9), kind=rules.IN_CARE, seen=False)
    assert clock("placements.first_visit").stopped_at is None
    assert [clock.key for clock in visits()] == ["placements.first_visit"]


def test_direct_work_is_not_a_visit(in_care: Cast):
    hold(in_care, day(9))
    assert clock("placements.first_visit").stopped_at is None


def test_a_visit_written_up_late_leaves_the_clocks_as_if_in_order(in_care: Cast):
    second, first = hold(in_care, day(16), kind=rules.IN_CARE), hold(in_care, day(5), kind=rules.IN_CARE)
    assert clock("placements.first_visit").stopped_by == first.entry
    assert Clock.objects.get(entry=first.entry).stopped_by == second.entry
    assert Clock.objects.get(entry=second.entry).stopped_at is None


def test_a_visit_struck_out_starts_the_clock_it_stopped_again(in_care: Cast):
    visit = hold(in_care, day(9), kind=rules.IN_CARE)
    sessions.strike_out(visit, reason="Another child", by=in_care.system, at=NOW)
    assert [clock.key for clock in visits()] == ["placements.first_visit"]


def test_outside_the_track_a_visit_starts_nothing(cast: Cast):
    hold(cast, kind=rules.PROTECTION)
    assert not Clock.objects.exists()


def test_it_refuses_a_session_in_the_future_as_held(cast: Cast):
    with pytest.raises(Refused, match="in the future") as refused:
        hold(cast, NOW + timedelta(hours=1))
    assert refused.value.field == "held"
    assert not Session.objects.exists()


def test_it_refuses_seen_alone_without_seen(cast: Cast):
    with pytest.raises(Refused, match="seen alone"):
        hold(cast, seen=False, alone=True)


def planned(cast: Cast) -> Session:
    return sessions.plan_session(
        cast.ash, planned_at=NOW + timedelta(hours=2), worker_name="Worker", by=cast.user("worker"), at=NOW
    )


def test_a_planned_session_is_held_once(cast: Cast):
    session, later = planned(cast), NOW + timedelta(hours=4)
    held = {
        "held": Moment(NOW + timedelta(hours=3)),
        "worker_name": "Worker",
        "seen": True,
        "session": session,
    }
    sessions.hold(cast.ash, **held, by=cast.user("worker"), at=later)
    assert session.state == "held"
    assert session.entry.summary == "Direct work"
    with pytest.raises(Refused, match="already been recorded"):
        sessions.hold(cast.ash, **held, by=cast.user("worker"), at=later)
    with pytest.raises(Refused, match="already been recorded"):
        sessions.miss(session, missed="child_no", words="", by=cast.user("worker"), at=later)


def test_a_session_in_the_past_cannot_be_planned(cast: Cast):
    with pytest.raises(Refused, match="has passed"):
        sessions.plan_session(cast.ash, planned_at=NOW, worker_name="W", by=cast.system, at=NOW)


def test_a_missed_session_says_so_on_the_chronology(cast: Cast):
    session = planned(cast)
    sessions.miss(session, missed="missing", words="Police told", by=cast.system, at=NOW + timedelta(hours=5))
    assert session.entry.summary == "Direct work missed"
    assert session.state == "missed"


def test_words_are_kept_apart_with_topic_and_who_may_hear(cast: Cast):
    session = hold(cast, own_words="I hate the bus", topic="school", may_hear=Words.WORKING)
    sessions.keep_words(session, text="He waits there", by=cast.system, at=NOW)
    first, second = session.entry.words.order_by("pk")
    assert (first.text, first.topic, first.may_hear) == ("I hate the bus", "school", "working")
    assert second.may_hear == Words.ANYONE


@pytest.mark.parametrize(
    ("name", "hears"),
    [
        ("worker", True),
        ("colleague", True),
        ("manager", True),
        ("service_manager", True),
        ("auditor", False),
        ("director", False),
        ("inspector", False),
        ("partner", False),
        ("outsider", False),
    ],
)
def test_the_database_keeps_words_for_those_who_work_with_them(cast: Cast, name: str, hears: bool):
    hold(cast, own_words="Only you", may_hear=Words.WORKING)
    with acting_as(cast.user(name)):
        assert Words.objects.filter(text="Only you").exists() is hears


def goal(cast: Cast):
    return goals.set_goal(
        cast.ash, wants="To sleep at home", set_on=date(2026, 11, 2), score=3, by=cast.user("worker"), at=NOW
    )


def test_a_goal_is_scaled_by_the_child_over_time(cast: Cast):
    made = goal(cast)
    goals.scale(made, score=5, on=date(2026, 11, 16), words="Better", by=cast.user("worker"), at=NOW)
    assert list(made.scalings.order_by("on").values_list("score", flat=True)) == [3, 5]
    assert [words.text for words in made.entry.words.order_by("pk")] == ["To sleep at home", "Better"]


@pytest.mark.parametrize(
    ("score", "on", "why"),
    [
        (11, date(2026, 11, 16), "0 to 10"),
        (-1, date(2026, 11, 16), "0 to 10"),
        (5, date(2026, 11, 24), "future"),
        (5, date(2026, 11, 1), "before they set the goal"),
        (5, date(2026, 11, 2), "already a number"),
    ],
)
def test_it_refuses_a_number_that_cannot_be(cast: Cast, score: int, on: date, why: str):
    with pytest.raises(Refused, match=why):
        goals.scale(goal(cast), score=score, on=on, by=cast.user("worker"), at=NOW)


def test_an_ended_goal_is_scaled_no_more(cast: Cast):
    made = goal(cast)
    goals.end_goal(made, why="Reached", by=cast.user("worker"), at=NOW)
    with pytest.raises(Refused, match="has ended"):
        goals.scale(made, score=5, on=date(2026, 11, 16), by=cast.user("worker"), at=NOW)
    with pytest.raises(Refused, match="already ended"):
        goals.end_goal(made, why="Again", by=cast.user("worker"), at=NOW)


def test_a_goal_is_set_by_the_day_it_is_recorded_and_may_have_no_number_yet(cast: Cast):
    facts = {"wants": "To sleep at home", "by": cast.user("worker"), "at": NOW}
    with pytest.raises(Refused, match="in the future") as refused:
        goals.set_goal(cast.ash, set_on=date(2026, 11, 24), **facts)
    assert refused.value.field == "set_on"
    made = goals.set_goal(cast.ash, set_on=date(2026, 11, 23), **facts)
    assert (made.entry.happened_at, made.scalings.count()) == (NOW, 0)


def test_what_is_still_to_come_was_not_missed(cast: Cast):
    session = sessions.plan_session(
        cast.ash, planned_at=NOW + timedelta(days=1), worker_name="W", by=cast.system, at=NOW
    )
    with pytest.raises(Refused, match="still to come") as refused:
        sessions.miss(session, missed="child_no", words="", by=cast.system, at=NOW)
    assert refused.value.field == "missed"


def test_what_they_said_was_said_at_a_session_that_was_held(cast: Cast):
    session = planned(cast)
    with pytest.raises(Refused, match="as held first"):
        sessions.keep_words(session, text="I hate the bus", by=cast.system, at=NOW)
    held = hold(cast)
    with pytest.raises(Refused, match="Enter what they said") as refused:
        sessions.keep_words(held, text=" ", by=cast.system, at=NOW)
    assert refused.value.field == "text"
    assert not Words.objects.exists()
