"""From the strategy discussion to the last review: which duty starts and ends when, for one child."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.history.refusal import Refused
from kittiwake.practice.meetings import recording, rules
from kittiwake.practice.meetings.models import Part
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.meetings.tests.made import a_meeting, held, part_of
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import recording as record
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

DAY = timedelta(days=1)
HERE = (rules.CARE, rules.POLICE, rules.HEALTH, rules.EDUCATION)


def a_held(cast: Cast, kind: str, days_ago: int, **decided: Any) -> Part:
    at = NOW - days_ago * DAY
    meeting = held(cast, a_meeting(cast, kind=kind, asked=at - DAY / 4), came=HERE, at=at)
    part = part_of(meeting, cast.ash)
    if decided:
        parts.write_part(part, version=part.version, **decided, by=cast.user("worker"), at=NOW)
    return part


def running(cast: Cast) -> set[str]:
    clocks = Clock.objects.running().filter(entry__child=cast.ash, key__startswith="meetings.")
    return {key.removeprefix("meetings.") for key in clocks.values_list("key", flat=True)}


def test_from_the_discussion_to_the_end_of_the_plan(cast: Cast) -> None:
    strategy = a_held(cast, rules.STRATEGY, 200, enquiry="joint", enquiry_by="The worker")
    assert running(cast) == {"enquiry", "initial_conference"}

    parts.end_enquiry(
        strategy, ended_at=NOW - 190 * DAY, enquiry_result="conference", enquiry_words="Harm found",
        by=cast.user("worker"), at=NOW,
    )  # fmt: skip
    assert running(cast) == {"initial_conference"}

    initial = a_held(cast, rules.INITIAL, 185, plan_made=True, category="EMO", outside_home=True)
    assert running(cast) == {"first_core_group", "first_review_conference"}
    assert Clock.objects.get(key=rules.INITIAL_HELD.key).stopped_by == initial.entry

    a_held(cast, rules.CORE_GROUP, 178)
    assert running(cast) == {"next_core_group", "first_review_conference"}
    a_held(cast, rules.CORE_GROUP, 140)
    assert running(cast) == {"next_core_group", "first_review_conference"}

    a_held(cast, rules.REVIEW, 100, plan_made=True)
    assert running(cast) == {"next_core_group", "later_review_conference"}
    a_held(cast, rules.REVIEW, 5, plan_made=False)
    assert running(cast) == set(), "no plan, so no core group and no review of it"


def test_no_conference_needed_takes_its_clock_away_with_the_reason(cast: Cast) -> None:
    part = a_held(cast, rules.STRATEGY, 10, enquiry="single", enquiry_by="The worker")
    facts = {"enquiry_result": "not_founded", "enquiry_words": "It was somebody else"}
    by = cast.user("worker")
    with pytest.raises(Refused, match="after the meeting at which it began"):
        parts.end_enquiry(part, ended_at=NOW - 11 * DAY, **facts, by=by, at=NOW)
    parts.end_enquiry(part, ended_at=NOW, **facts, by=by, at=NOW)
    gone = Clock.objects.get(key=rules.INITIAL_HELD.key)
    assert gone.cancelled_reason == "The worry was not borne out: It was somebody else"
    assert running(cast) == set()
    with pytest.raises(Refused, match="recorded already that this enquiry is over"):
        parts.end_enquiry(part, ended_at=NOW, **facts, by=by, at=NOW)


def test_a_decision_taken_back_takes_its_clocks_back(cast: Cast) -> None:
    part = a_held(cast, rules.STRATEGY, 10, enquiry="single", enquiry_by="The worker")
    facts = {"enquiry": "none", "enquiry_by": ""}
    parts.write_part(part, version=part.version, **facts, by=cast.user("worker"), at=NOW)
    assert running(cast) == set()


def test_an_initial_conference_before_the_discussion_answers_nothing(cast: Cast) -> None:
    a_held(cast, rules.STRATEGY, 10, enquiry="joint", enquiry_by="The worker")
    a_held(cast, rules.INITIAL, 12)
    assert "initial_conference" in running(cast)


def test_reviews_of_a_child_in_care(cast: Cast) -> None:
    began = (NOW - 120 * DAY).date()
    record.start_track(cast.ash, kind="in_care", starts_on=began, by=cast.system, at=NOW)
    first = a_held(cast, rules.IN_CARE, 100, participation="PN1")
    clock = Clock.objects.get(key=rules.FIRST_IN_CARE.key)
    assert clock.stopped_by == first.entry
    assert local_date(clock.started_at) == began
    assert running(cast) == {"second_in_care_review"}
    a_held(cast, rules.IN_CARE, 20)
    assert running(cast) == {"later_in_care_review"}
    assert Clock.objects.filter(key=rules.FIRST_IN_CARE.key).count() == 1


def test_a_time_in_care_that_began_again_has_a_first_review_again(cast: Cast) -> None:
    day = (NOW - 300 * DAY).date()
    track = record.start_track(cast.ash, kind="in_care", starts_on=day, by=cast.system, at=NOW)
    a_held(cast, rules.IN_CARE, 290)
    record.end_track(track, ends_on=(NOW - 200 * DAY).date(), by=cast.system, at=NOW)
    record.start_track(cast.ash, kind="in_care", starts_on=(NOW - 30 * DAY).date(), by=cast.system, at=NOW)
    a_held(cast, rules.IN_CARE, 10)
    firsts = Clock.objects.filter(key=rules.FIRST_IN_CARE.key)
    assert firsts.count() == 2
    assert all(clock.stopped_at for clock in firsts)


def test_striking_out_the_conference_starts_the_duty_again(cast: Cast) -> None:
    a_held(cast, rules.STRATEGY, 10, enquiry="joint", enquiry_by="The worker")
    part = a_held(cast, rules.INITIAL, 5, plan_made=True, category="NEG")
    assert "initial_conference" not in running(cast)
    recording.strike_out(part, reason="Another child", by=cast.user("worker"), at=NOW)
    assert running(cast) == {"enquiry", "initial_conference"}
