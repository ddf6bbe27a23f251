"""The council's own limits: from a day on, with a reason, and never of what law sets."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from kittiwake.access.identity import acting_as
from kittiwake.access.tests.conftest import Crowd
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import recording
from kittiwake.practice.missing import rules as missing
from kittiwake.practice.missing.rules import INTERVIEW_OFFER, RETURN_INTERVIEW
from kittiwake.practice.replies.rules import TOLD
from kittiwake.practice.transitions.rules import CONTACT
from kittiwake.primitives.clocks import limits, rules
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.limits.recording import set_limit
from kittiwake.primitives.clocks.models import Clock, LocalLimit
from kittiwake.time.moments import Moment, end_of, start_of
from tests.cast import NOW, Cast

TODAY = date(2026, 11, 23)


def change(cast: Cast, standard=TOLD, **more) -> LocalLimit:
    facts = {"count": 3, "effective_from": TODAY, "why": "Children asked", "version": 0, **more}
    return set_limit(standard, **facts, by=cast.user("principal"), at=NOW)


def test_from_that_day_on_it_is_the_councils_number_and_before_it_the_old_one(cast: Cast) -> None:
    change(cast, effective_from=TODAY + timedelta(days=7))
    assert str(limits.within_on(TOLD, TODAY)) == "5 working days"
    assert str(limits.within_on(TOLD, TODAY + timedelta(days=7))) == "3 working days"
    assert limits.in_force(TOLD).versions[-1].source == "Local: Children asked"


def test_a_later_change_stands_and_the_history_is_kept(cast: Cast) -> None:
    change(cast)
    change(cast, count=4, version=1)
    change(cast, count=2, version=2, effective_from=TODAY + timedelta(days=30))
    assert [str(one.within) for one in limits.in_force(TOLD).versions] == [
        "5 working days",
        "4 working days",
        "2 working days",
    ]
    assert [row.count for row in limits.changes()[TOLD.key]] == [3, 4, 2]
    event = Event.objects.filter(what="clocks.limit_set").order_by("pk").first()
    assert event.changes == {
        "Child told what happens next": ["5 working days", "3 working days from 2026-11-23"]
    }
    assert event.by_id == cast.user("principal").pk


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"standard": RETURN_INTERVIEW, "count": 96}, "set by law or national guidance"),
        ({"effective_from": TODAY - timedelta(days=1)}, "Choose today or a later day"),
        ({"why": "  "}, "Say why the limit changes"),
        ({"count": 0}, "Enter a number from 1"),
        ({"count": 5}, "It is 5 working days on that day already"),
        ({"version": 1}, "Somebody else has just changed this standard"),
    ],
)
def test_it_refuses(cast: Cast, facts: dict, said: str) -> None:
    with pytest.raises(Refused, match=said):
        change(cast, **facts)
    assert not LocalLimit.objects.exists()


def test_what_was_set_is_neither_changed_nor_deleted(cast: Cast) -> None:
    change(cast)
    for wrong in (lambda: LocalLimit.objects.update(count=9), lambda: LocalLimit.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            wrong()


def test_whoever_acts_reads_the_limits_once_and_sees_their_own_change(
    cast: Cast, django_assert_num_queries
) -> None:
    with acting_as(cast.user("principal")):
        limits.in_force(TOLD)
        with django_assert_num_queries(0):
            limits.in_force(TOLD)
            limits.due(INTERVIEW_OFFER, NOW)
        change(cast)
        assert limits.within_on(TOLD, TODAY).count == 3


def test_a_clock_started_before_the_change_keeps_its_due_moment(cast: Cast) -> None:
    def report(at: datetime) -> Clock:
        by = {"by": cast.user("worker"), "at": at}
        episode = recording.report_missing(cast.ash, reported=Moment(at - timedelta(hours=2)), **by)
        recording.record_return(episode, returned=Moment(at), **by)
        return Clock.objects.get(entry=episode.entry, key=INTERVIEW_OFFER.key)

    before = report(NOW - timedelta(days=3))
    change(cast, standard=INTERVIEW_OFFER, count=12)
    after = report(NOW)
    before.refresh_from_db()
    assert before.due_at - before.started_at == timedelta(hours=24)
    assert after.due_at - after.started_at == timedelta(hours=12)
    assert (before.rule_version, after.rule_version) == (date.min, TODAY)


@pytest.mark.parametrize("standard", [TOLD, CONTACT, missing.INTERVIEW_OFFER])
def test_what_a_measure_finds_in_time_is_what_a_clock_finds_in_time(cast: Cast, standard) -> None:
    change(cast, standard=standard, count=2, effective_from=TODAY)
    on = TODAY + timedelta(days=12)
    in_time = set(limits.still_in_time(standard, on))
    for back in range(130):
        day = on - timedelta(days=back)
        due = limits.due(standard, start_of(day), time_known=False).due_at
        assert (day in in_time) != rules.is_overdue(due, None, end_of(on))


def test_of_two_who_change_it_at_once_one_is_told(crowd: Crowd, made) -> None:
    by = made["users"]["principal"]

    def set_it(count: int) -> str:
        try:
            with acting_as(by):
                set_limit(TOLD, count=count, effective_from=TODAY, why="x", version=0, by=by, at=NOW)
        except Refused as refused:
            return str(refused)
        return "set"

    said = crowd(lambda: set_it(3), lambda: set_it(4))
    assert sorted(said) == [
        "Somebody else has just changed this standard. Look at it again before you change it.",
        "set",
    ]


def test_every_standard_that_is_declared_is_in_the_catalogue_once() -> None:
    found = standards()
    assert {
        TOLD.key,
        RETURN_INTERVIEW.key,
        "allocation.named_worker",
        "meetings.strategy_held",
    } <= found.keys()
    assert sum(one.local for one in found.values()) >= 20
