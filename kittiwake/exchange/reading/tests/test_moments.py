"""Dates and times together, on a London clock."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from kittiwake.exchange.reading.dates import Order
from kittiwake.exchange.reading.moments import (
    LONDON,
    Habit,
    Moment,
    joined,
    midnight_is_unknown,
    moment,
    times_in,
)
from kittiwake.exchange.reading.tables import Cell

EVENING = Moment(datetime(2025, 3, 9, 18, 5, tzinfo=LONDON), True)
THAT_DAY = Moment(datetime(2025, 3, 9, tzinfo=LONDON), False)
DAY_FIRST = Habit(Order.DAY_FIRST)


@pytest.mark.parametrize(
    "given",
    [
        "09/03/2025 18:05",
        "09/03/2025 at 18:05",
        "09/03/2025 1805hrs",
        "2025-03-09 18:05:00",
        "2025-03-09T18:05",
        "9 March 2025, 6.05pm",
        datetime.fromisoformat("2025-03-09 18:05"),
    ],
)
def test_a_moment_in_one_cell(given: str | datetime) -> None:
    assert moment(given, DAY_FIRST) == (EVENING, "")


def test_an_offset_is_turned_to_london_time() -> None:
    summer = moment("2025-06-09T18:05:00Z").value
    assert summer is not None
    assert summer.at == datetime(2025, 6, 9, 19, 5, tzinfo=LONDON)
    assert summer.at.tzinfo is LONDON


@pytest.mark.parametrize("given", ["09/03/2025", date(2025, 3, 9), "2025-03-09"])
def test_a_day_alone_has_no_known_time(given: str | date) -> None:
    assert moment(given, DAY_FIRST) == (THAT_DAY, "")


@pytest.mark.parametrize(
    ("on", "at"), [("09/03/2025", "18:05"), ("09/03/2025", "1805"), ("2025-03-09", time(18, 5))]
)
def test_a_date_and_a_time_are_joined(on: str, at: str | time) -> None:
    assert joined(on, at, DAY_FIRST) == (EVENING, "")


def test_without_a_readable_time_the_day_is_kept() -> None:
    assert joined("09/03/2025", "", DAY_FIRST) == (THAT_DAY, "")
    value, doubt = joined("09/03/2025", "tea time", DAY_FIRST)
    assert value == THAT_DAY
    assert "‘tea time’ is not a time" in doubt
    assert moment("09/03/2025 tea time", DAY_FIRST).value == THAT_DAY


def test_a_time_without_a_date_is_told() -> None:
    assert joined("", "18:05") == (None, "There is a time, ‘18:05’, but no date.")
    assert joined("", "") == (None, "")


def test_the_hour_that_does_not_exist_and_the_hour_that_comes_twice_are_told() -> None:
    value, doubt = joined("30/03/2025", "01:30")
    assert value == Moment(datetime(2025, 3, 30, 2, 30, tzinfo=LONDON), True)
    assert "did not exist" in doubt
    value, doubt = joined("26/10/2025", "01:30")
    assert value == Moment(datetime(2025, 10, 26, 1, 30, tzinfo=LONDON), True)
    assert "came twice" in doubt


@pytest.mark.parametrize(
    ("times", "unknown"),
    [
        ([time(0)], True),
        ([time(0)] * 3 + [None], True),
        ([time(0)] * 10 + [time(18, n) for n in range(50)], True),
        ([time(0)] + [time(18, n) for n in range(5)], False),
        ([time(0)] * 2 + [time(18, n % 60) for n in range(90)], False),
        ([time(0)] * 6 + [time(9)] * 6 + [time(18, n) for n in range(20)], False),
        ([time(9), time(10)], False),
        ([None, None], False),
        ([], False),
    ],
)
def test_a_column_shows_whether_midnight_means_unknown(times: list[time | None], unknown: bool) -> None:
    assert midnight_is_unknown(times) is unknown


def test_midnight_is_unknown_by_habit_and_doubted_without_it() -> None:
    assert moment("2025-03-09 00:00:00", Habit(midnight_is_unknown=True)) == (THAT_DAY, "")
    value, doubt = moment("2025-03-09 00:00:00")
    assert value == Moment(datetime(2025, 3, 9, tzinfo=LONDON), True)
    assert "The time is 00:00 on 9 March 2025" in doubt


def test_an_ambiguous_date_in_a_column_of_both_kinds_gives_no_moment() -> None:
    value, doubt = joined("03/04/2025", "18:05", Habit(Order.BOTH))
    assert value is None
    assert "could be 3 April 2025 or 4 March 2025" in doubt


def test_times_are_found_in_any_kind_of_cell() -> None:
    cells: list[Cell] = [
        "2025-03-09 18:05:00",
        "18:05",
        "09/03/2025",
        "",
        datetime.fromisoformat("2025-03-09 18:05"),
    ]
    assert times_in(cells) == [time(18, 5), time(18, 5), None, None, time(18, 5)]
