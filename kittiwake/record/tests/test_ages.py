"""When somebody reaches an age: as the birthday begins, and on 1 March of a year without a 29 February."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.record import ages
from kittiwake.record.models import Child

ONE_DAY = timedelta(days=1)
born = st.dates(date(1990, 1, 1), date(2026, 12, 31)) | st.sampled_from(
    [date(year, 2, 29) for year in range(1992, 2025, 4)]
)


@pytest.mark.parametrize(
    ("born_on", "age", "expected"),
    [
        (date(2008, 11, 30), 18, date(2026, 11, 30)),
        (date(2008, 2, 29), 18, date(2026, 3, 1)),
        (date(2008, 2, 29), 16, date(2024, 2, 29)),
        (date(2008, 2, 29), 25, date(2033, 3, 1)),
        (date(2008, 2, 28), 18, date(2026, 2, 28)),
        (date(2008, 3, 1), 18, date(2026, 3, 1)),
    ],
)
def test_an_age_is_reached_as_the_birthday_begins(born_on: date, age: int, expected: date) -> None:
    assert ages.birthday(born_on, age) == expected


@given(born, st.integers(0, 25))
def test_on_a_birthday_they_are_that_age_and_not_the_day_before(born_on: date, age: int) -> None:
    child, day = Child(born_on=born_on), ages.birthday(born_on, age)
    assert child.age_on(day) == age
    assert child.age_on(day - ONE_DAY) == age - 1


@given(born, born, st.integers(1, 25))
def test_whoever_is_born_by_the_day_has_reached_the_age_and_nobody_else(
    day: date, other: date, age: int
) -> None:
    last = ages.born_by(day, age)
    for born_on in (other, last, last + ONE_DAY, last - ONE_DAY):
        assert (ages.birthday(born_on, age) <= day) == (born_on <= last)


@given(born, st.integers(0, 12000))
def test_the_next_birthday_is_the_first_from_that_day_on(born_on: date, later: int) -> None:
    day = born_on + timedelta(days=later)
    on, age = ages.next_birthday(born_on, day)
    assert on == ages.birthday(born_on, age)
    assert on >= day
    assert age == 0 or ages.birthday(born_on, age - 1) < day
