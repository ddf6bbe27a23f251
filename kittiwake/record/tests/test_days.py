"""Which days can be believed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.record import days

TODAY = date(2026, 11, 23)
BORN = date(2011, 4, 2)


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        (date(1900, 1, 1), "before they were born"),
        (BORN - timedelta(days=1), "before they were born"),
        (BORN, ""),
        (TODAY, ""),
        (TODAY + days.AHEAD, ""),
        (date(2100, 12, 31), "Check the year"),
    ],
)
def test_a_day_is_between_birth_and_a_reasonable_ahead(day: date, wrong: str) -> None:
    said = days.wrong_day(day, today=TODAY, earliest=BORN, is_birth=True)
    assert wrong in said
    assert bool(said) == bool(wrong)


def test_of_a_child_whose_birth_nobody_knows_twenty_six_years_are_believed() -> None:
    earliest = days.earliest_of(None, today=TODAY, is_due=False)
    assert earliest == TODAY - days.OLDEST_CHILD
    assert (
        days.wrong_day(date(1900, 1, 1), today=TODAY, earliest=earliest)
        == "This is before 2000. Check the year."
    )


def test_before_a_child_is_born_plans_are_made() -> None:
    due = TODAY + timedelta(days=90)
    earliest = days.earliest_of(due, today=TODAY, is_due=True)
    assert not days.wrong_day(TODAY, today=TODAY, earliest=earliest, is_birth=True)


@pytest.mark.parametrize(
    ("born_on", "is_due", "wrong"),
    [
        (BORN, False, False),
        (TODAY, False, False),
        (TODAY + timedelta(days=1), False, True),
        (TODAY + timedelta(days=200), True, False),
        (TODAY + timedelta(days=400), True, True),
        (date(1900, 1, 1), False, True),
        (date(1899, 12, 31), True, True),
        (date(2100, 12, 31), False, True),
    ],
)
def test_a_birth_is_neither_to_come_nor_before_anybodys(born_on: date, is_due: bool, wrong: bool) -> None:
    assert bool(days.wrong_birth(born_on, today=TODAY, is_due=is_due)) is wrong


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_any_day_is_answered(day: date) -> None:
    said = days.wrong_day(day, today=TODAY, earliest=BORN, is_birth=True)
    assert bool(said) == (not BORN <= day <= TODAY + days.AHEAD)
