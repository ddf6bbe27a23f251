"""The limits in force: a day that none can be counted from is refused in one sentence, wherever a clock starts; and what
the council sets for itself is in force from its day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.limits.recording import SOMEBODY_ELSE, set_limit
from kittiwake.primitives.clocks.models import LocalLimit
from kittiwake.primitives.clocks.rules import (
    Standard,
    days,
    hours,
    months,
    school_days,
    times,
    working_days,
)
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

STANDARD = Standard(key="example.duty", title="Example duty", within=working_days(10), source="Made up")
OURS = replace(STANDARD, within=days(10), local=True)
TODAY = local_date(NOW)
WEEK = timedelta(days=7)


def change(cast: Cast, standard: Standard = OURS, **more: Any) -> LocalLimit:
    facts = {"count": 5, "effective_from": TODAY, "why": "Scrutiny asked", "version": 0, **more}
    return set_limit(standard, **facts, by=cast.user("principal"), at=NOW)


@pytest.mark.django_db
@pytest.mark.parametrize("year", [1, 1989, 2101, 9999])
def test_a_day_no_calendar_reaches_is_refused(year: int) -> None:
    with pytest.raises(Refused, match="Example duty: Bank holidays are known from"):
        limits.due(STANDARD, datetime(year, 6, 1, tzinfo=UTC))


@pytest.mark.django_db
def test_a_limit_past_the_end_of_time_is_refused() -> None:
    years = Standard(key="example.duty", title="Example duty", within=months(12), source="Made up")
    with pytest.raises(Refused, match="No limit can be counted from that day"):
        limits.due(years, datetime(9999, 6, 1, tzinfo=UTC))


@pytest.mark.django_db
@pytest.mark.parametrize(("year", "known"), [(2026, True), (2029, False), (2060, False)])
def test_a_real_day_after_the_published_list_is_counted_and_marked(year: int, known: bool) -> None:
    assert limits.due(STANDARD, datetime(year, 6, 4, tzinfo=UTC)).holidays_known is known


def test_it_is_the_councils_number_from_its_day_on_and_what_was_due_before_stays(cast: Cast) -> None:
    change(cast, effective_from=TODAY + WEEK)
    assert limits.count(OURS, TODAY + WEEK - timedelta(days=1)) == 10
    assert limits.within_on(OURS, TODAY + WEEK) == days(5)
    assert limits.in_force(OURS).version_at(TODAY + WEEK).source == "Local: Scrutiny asked"
    assert limits.due(OURS, NOW).due_at.date() == TODAY + timedelta(days=10)
    assert limits.due(OURS, NOW + WEEK).due_at.date() == TODAY + WEEK + timedelta(days=5)


def test_who_changed_it_is_kept_with_what_it_was(cast: Cast) -> None:
    change(cast)
    event = Event.objects.get(what="clocks.limit_set")
    assert event.by_id == cast.user("principal").pk
    assert event.changes["Example duty"] == ["10 days", f"5 days from {TODAY}"]


@pytest.mark.parametrize(
    ("standard", "more", "wrong"),
    [
        (STANDARD, {}, "set by law or national guidance"),
        (OURS, {"effective_from": TODAY - timedelta(days=1)}, "today or a later day"),
        (OURS, {"why": " "}, "why the limit changes"),
        (OURS, {"count": -1}, "a number from 0 to"),
        (replace(OURS, within=hours(72)), {"count": 0}, "a number from 1 to"),
        (OURS, {"count": 10_000_000}, "a number from 0 to"),
        (OURS, {"count": 10}, "10 days on that day already"),
        (OURS, {"version": 1}, SOMEBODY_ELSE),
    ],
)
def test_a_limit_is_not_changed(cast: Cast, standard: Standard, more: dict[str, Any], wrong: str) -> None:
    with pytest.raises(Refused, match=wrong):
        change(cast, standard, **more)
    assert not LocalLimit.objects.exists()


def test_of_two_who_change_it_the_second_has_seen_the_first(cast: Cast) -> None:
    change(cast)
    with pytest.raises(Refused, match=SOMEBODY_ELSE):
        change(cast, count=4)
    change(cast, count=4, version=1)
    assert limits.count(OURS, TODAY) == 4


@pytest.mark.parametrize(
    "within",
    [hours(72), days(7), working_days(5), months(1), days(0)],
    ids=str,
)
def test_what_is_still_in_time_is_what_the_clock_says(cast: Cast, within: Any) -> None:
    """Each day by itself, and more of them than can be."""
    standard = replace(STANDARD, within=within)
    end = datetime(TODAY.year, TODAY.month, TODAY.day, 23, 59, 59, 999_999, tzinfo=UTC)
    each = [TODAY - timedelta(days=back) for back in range(60)]
    slow = [day for day in each if due_of(standard, day) >= end]
    assert limits.still_in_time(standard, TODAY) == tuple(slow)


def due_of(standard: Standard, day: date) -> datetime:
    return limits.due(standard, datetime(day.year, day.month, day.day, tzinfo=UTC), time_known=False).due_at


def test_a_limit_that_was_shortened_leaves_in_time_what_began_under_the_longer(cast: Cast) -> None:
    change(cast)
    assert limits.still_in_time(OURS, TODAY) == tuple(TODAY - timedelta(days=back) for back in range(11))


@pytest.mark.parametrize(("within", "most"), [(school_days(6), 78), (working_days(10), 34)])
def test_more_days_than_a_limit_can_take(within: Any, most: int) -> None:
    assert limits._days_of(within) == most


def test_a_measure_in_working_days_knows_the_weekdays_off() -> None:
    assert limits.holidays(date(2026, 12, 1), date(2026, 12, 31)) == [
        date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)
    ]  # fmt: skip


def test_a_number_of_times_is_no_time_to_be_due_by(cast: Cast) -> None:
    with pytest.raises(ValueError, match="a number and no time"):
        limits.due(replace(STANDARD, within=times(3)), NOW)
