"""Which backups stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.cli.backups.daily import next_after
from kittiwake.cli.backups.folder import moment_of, named
from kittiwake.cli.backups.rules import Rule, kept
from kittiwake.time.moments import LONDON

AT = datetime(2026, 11, 30, 2, 15, tzinfo=UTC)
NIGHTLY = [AT - timedelta(days=days) for days in range(800)]


def test_after_two_years_of_nights_there_are_seven_days_five_weeks_and_twelve_months() -> None:
    stay = sorted(kept(NIGHTLY, Rule(), AT), reverse=True)
    days = [(AT - moment).days for moment in stay]
    assert days[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert [moment.strftime("%d %b") for moment in stay[7:10]] == ["22 Nov", "15 Nov", "08 Nov"]
    months = {(moment.year, moment.month) for moment in stay}
    assert len(months) == 12
    assert datetime(2025, 12, 31, 2, 15, tzinfo=UTC) in stay
    assert datetime(2025, 11, 30, 2, 15, tzinfo=UTC) not in stay


SINCE_2020 = st.integers(0, 2_500 * 24)
MOMENTS = st.lists(
    SINCE_2020.map(lambda hours: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=hours)), min_size=1
)
RULES = st.builds(Rule, *[st.integers(0, 20)] * 3)


@given(MOMENTS, RULES)
def test_the_newest_always_stays_and_clearing_twice_changes_nothing(moments: list, rule: Rule) -> None:
    at = max(moments)
    stay = kept(moments, rule, at)
    assert at in stay
    assert stay <= set(moments)
    assert kept(stay, rule, at) == stay


@given(MOMENTS)
def test_what_was_made_today_stays_whatever_the_rule(moments: list) -> None:
    at = max(moments)
    assert {moment for moment in moments if at - moment < timedelta(days=1)} <= kept(
        moments, Rule(0, 0, 0), at
    )


def test_a_rule_is_three_numbers() -> None:
    assert Rule.parse("14, 8,24") == Rule(14, 8, 24)
    for text in ("", "7", "7,5", "7,5,x", "7,5,-1", "7,5,12,1"):
        with pytest.raises(ValueError, match="three numbers"):
            Rule.parse(text)


def test_only_whole_backups_have_a_moment() -> None:
    assert moment_of(named(AT)) == AT
    for name in (named(AT) + ".part", named(AT) + ".sha256", "kittiwake.age", "holiday.jpg"):
        assert moment_of(name) is None


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-30 02:14", "2026-11-30 02:15"),
        ("2026-11-30 02:15", "2026-12-01 02:15"),
        ("2026-11-30 23:59", "2026-12-01 02:15"),
        ("2026-03-28 12:00", "2026-03-29 02:15"),
    ],
)
def test_the_next_is_due_at_its_time_of_day(now: str, due: str) -> None:
    moment, expected = (datetime.fromisoformat(text).replace(tzinfo=LONDON) for text in (now, due))
    assert next_after(moment, "02:15") == expected


def test_no_time_of_day_is_said() -> None:
    with pytest.raises(ValueError, match="no time of day"):
        next_after(AT, "quarter past two")
