"""Dates and times of day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from kittiwake.exchange.reading.dates import Order, clock, day, order_of

NINTH_OF_SEPTEMBER = date(2024, 9, 9)


@pytest.mark.parametrize(
    "given",
    [
        "2024-09-09",
        "2024-09-09 18:05:00",
        "2024-09-09T18:05",
        "2024-Sep-09 00:00:00",
        "09-Sep-24",
        "9 Sep 2024",
        "9th September 2024",
        "Mon 9 Sept 2024",
        "Monday, 9 September 2024",
        "Sep 9, 2024",
        "09.09.2024",
        "2024/9/9",
        "20240909",
        "45544",
        45544.0,
        45544.75,
        date(2024, 9, 9),
        datetime.fromisoformat("2024-09-09 18:05"),
        " 09/09/24 ",
    ],
)
def test_one_day_written_in_many_ways(given: Any) -> None:
    assert day(given) == (NINTH_OF_SEPTEMBER, "")


@pytest.mark.parametrize(
    "given", ["31/02/2025", "garbage", "09/03", "2025-13-40", "0202-01-01", "99/99/99", "1234/1/1"]
)
def test_what_is_no_date_is_told(given: str) -> None:
    value, doubt = day(given)
    assert value is None
    assert given in doubt


@pytest.mark.parametrize(
    ("given", "year"), [("17/05/49", 2049), ("17/05/50", 1950), ("17-May-08", 2008), ("17-May-99", 1999)]
)
def test_a_year_of_two_digits_turns_at_fifty(given: str, year: int) -> None:
    found = day(given).value
    assert found is not None
    assert found.year == year


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["03/04/2025", "17/05/2025"], Order.DAY_FIRST),
        (["03/04/2025", "05/17/2025"], Order.MONTH_FIRST),
        (["03/04/2025", "2025-05-17", ""], Order.EITHER),
        (["17/05/2025", "05/17/2025"], Order.BOTH),
    ],
)
def test_a_column_shows_whether_the_day_comes_first(column: list[str], order: Order) -> None:
    assert order_of(column) is order


def test_an_ambiguous_date_follows_its_column() -> None:
    assert day("03/04/2025", Order.DAY_FIRST) == (date(2025, 4, 3), "")
    assert day("03/04/2025", Order.MONTH_FIRST) == (date(2025, 3, 4), "")


def test_an_ambiguous_date_in_a_silent_column_is_read_day_first_and_doubted() -> None:
    value, doubt = day("03/04/2025")
    assert value == date(2025, 4, 3)
    assert doubt == "‘03/04/2025’ could be 3 April 2025 or 4 March 2025; it was read as 3 April 2025."


def test_an_ambiguous_date_in_a_column_of_both_kinds_is_not_guessed() -> None:
    value, doubt = day("03/04/2025", Order.BOTH)
    assert value is None
    assert "Say which it is" in doubt
    assert day("17/05/2025", Order.BOTH).value == day("05/17/2025", Order.BOTH).value == date(2025, 5, 17)


@pytest.mark.parametrize(
    "given",
    ["18:05", "1805", "18.05", "6.05pm", "6:05 PM", "18:05hrs", "1805 hrs", "18:05:00", "18h05", time(18, 5)],
)
def test_one_time_written_in_many_ways(given: Any) -> None:
    assert clock(given) == (time(18, 5), "")


@pytest.mark.parametrize(
    ("given", "at"),
    [
        (0.75, time(18)),
        ("0.75", time(18)),
        ("6pm", time(18)),
        ("12am", time(0)),
        ("12.30pm", time(12, 30)),
        ("805", time(8, 5)),
        ("midnight", time(0)),
        ("noon", time(12)),
        (timedelta(hours=18), time(18)),
        (datetime.fromisoformat("2024-09-09 18:00"), time(18)),
    ],
)
def test_times(given: Any, at: time) -> None:
    assert clock(given).value == at


@pytest.mark.parametrize("given", ["25:00", "6", "late", "n/k", "18:75"])
def test_what_is_no_time_is_told(given: str) -> None:
    value, doubt = clock(given)
    assert value is None
    assert given in doubt


@pytest.mark.parametrize("given", ["approx 18:05", "about 1805", "c. 18:05", "~18:05"])
def test_a_time_that_is_not_exact_is_taken_and_told(given: str) -> None:
    assert clock(given) == (time(18, 5), f"‘{given}’ is not an exact time.")
