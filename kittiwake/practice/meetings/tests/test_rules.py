"""What the law and guidance say, as tables with their own examples."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.quorum import rules as quorum
from kittiwake.practice.meetings.rules import (
    CARE,
    COMPLEX,
    CORE_GROUP,
    EDUCATION,
    HEALTH,
    IN_CARE,
    INITIAL,
    PANEL,
    POLICE,
    STRATEGY,
)
from kittiwake.primitives.clocks.rules import due
from kittiwake.time.calendar import england_and_wales
from kittiwake.time.moments import local_date

DAY = date(2026, 11, 25)
AT = datetime(2026, 11, 25, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("standard", "trigger", "due_on"),
    [
        # Working Together: 15 working days after the discussion; day 0 is the day of the discussion.
        (rules.INITIAL_HELD, date(2026, 3, 25), date(2026, 4, 17)),  # across Good Friday and Easter Monday
        (
            rules.INITIAL_HELD,
            date(2026, 12, 11),
            date(2027, 1, 6),
        ),  # across Christmas, with its substitute day
        (rules.ENQUIRY, date(2026, 3, 25), date(2026, 4, 17)),
        (rules.TRANSFER_HELD, date(2026, 11, 2), date(2026, 11, 23)),
        (rules.FIRST_CORE_GROUP, date(2026, 11, 2), date(2026, 11, 16)),
        (rules.FIRST_REVIEW, date(2026, 11, 30), date(2027, 2, 28)),  # the last day of a shorter month
        (rules.LATER_REVIEW, date(2026, 8, 31), date(2027, 2, 28)),
        # Regulation 33: 20 working days from becoming looked after, 3 months, then 6 months.
        (rules.FIRST_IN_CARE, date(2026, 11, 2), date(2026, 11, 30)),
        (rules.SECOND_IN_CARE, date(2026, 11, 30), date(2027, 2, 28)),
        (rules.LATER_IN_CARE, date(2026, 2, 28), date(2026, 8, 28)),
        (rules.NEXT_CORE_GROUP, date(2026, 11, 2), date(2026, 12, 14)),  # local: 6 weeks
    ],
)
def test_when_each_is_due(standard, trigger, due_on) -> None:
    at = datetime.combine(trigger, datetime.min.time(), UTC) + timedelta(hours=12)
    assert local_date(due(standard, at, calendar=england_and_wales()).due_at) == due_on


def test_hours_run_through_the_weekend() -> None:
    friday = datetime(2026, 11, 20, 17, tzinfo=UTC)
    for standard, hours in ((rules.STRATEGY_HELD, 24), (rules.COMPLEX_HELD, 72)):
        assert due(standard, friday, calendar=england_and_wales()).due_at == friday + timedelta(hours=hours)


def test_each_limit_says_where_it_is_written_and_who_may_set_it() -> None:
    local = {standard.key for standard in rules.STANDARDS if standard.local}
    assert local == {
        "meetings.strategy_held",
        "meetings.complex_strategy_held",
        "meetings.panel_held",
        "meetings.next_core_group",
    }
    assert len({standard.key for standard in rules.STANDARDS}) == len(rules.STANDARDS)


@pytest.mark.parametrize(
    ("kind", "facts", "following"),
    [
        (STRATEGY, {"enquiry": "none"}, []),
        (STRATEGY, {"enquiry": "joint"}, [rules.ENQUIRY, rules.INITIAL_HELD]),
        (COMPLEX, {"enquiry": "single"}, [rules.ENQUIRY, rules.INITIAL_HELD]),
        (PANEL, {}, []),
    ],
)
def test_what_follows_from_holding_it(kind, facts, following) -> None:
    assert rules.started_by_holding(kind, **facts) == following


@pytest.mark.parametrize(
    ("kind", "came", "missing"),
    [
        (STRATEGY, {CARE, POLICE, HEALTH}, ()),  # Children Act 1989 s47; Working Together
        (STRATEGY, {CARE, POLICE, EDUCATION}, ("Health",)),
        (COMPLEX, {HEALTH}, ("Children’s social care", "Police")),
        (PANEL, {CARE, POLICE}, ()),
        (PANEL, {CARE}, ("Police",)),
        (INITIAL, {CARE, EDUCATION, HEALTH}, ()),  # local: social care and two more
        (INITIAL, {CARE, HEALTH}, ("one more agency",)),
        (INITIAL, {CARE}, ("2 more agencies",)),
        (CORE_GROUP, {CARE}, ("one more agency",)),
        (IN_CARE, set(), ()),  # no quorum is set for it
    ],
)
def test_who_has_to_be_there(kind, came, missing) -> None:
    assert quorum.standing(kind, came, DAY).missing == missing


def test_a_quorum_counts_from_its_day(monkeypatch) -> None:
    newer = quorum.Quorum(
        frozenset({CARE, POLICE, HEALTH, EDUCATION}), "Local", "x", effective_from=date(2026, 12, 1)
    )
    monkeypatch.setitem(quorum.QUORA, STRATEGY, [newer, *quorum.QUORA[STRATEGY]])
    came = {CARE, POLICE, HEALTH}
    assert quorum.standing(STRATEGY, came, DAY).is_quorate
    assert quorum.standing(STRATEGY, came, date(2026, 12, 1)).missing == (
        "School, college or education service",
    )


def test_only_a_quorate_strategy_discussion_ends_the_duty_to_hold_one() -> None:
    assert quorum.ends_the_duty(STRATEGY, {CARE, POLICE, HEALTH}, DAY)
    assert not quorum.ends_the_duty(STRATEGY, {CARE, POLICE}, DAY)
    assert quorum.ends_the_duty(INITIAL, {CARE}, DAY), "the chair let it go ahead"


@pytest.mark.parametrize(
    ("answers", "again"),
    [
        (["absent", "apologies"], True),
        (["absent", "report"], False),
        (["came", "absent"], False),
        (["absent"], False),
        (["absent", "invited", "absent"], True),  # nobody said what came of the one between
        ([], False),
    ],
)
def test_missing_twice_running(answers, again) -> None:
    assert quorum.missed_again(answers) is again
