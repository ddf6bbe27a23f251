"""Who is on a list on a day: by hand, day by day."""

from __future__ import annotations

from datetime import date

import pytest

from kittiwake.exchange.child_lists import rules
from kittiwake.exchange.child_lists.rules import Stretch

ON = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "listed"),
    [
        (date(2026, 11, 30), None, True),
        (date(2026, 12, 1), None, False),
        (date(2020, 1, 1), None, True),
        (date(2020, 1, 1), date(2026, 11, 30), True),
        (date(2020, 1, 1), date(2026, 5, 30), True),  # six months ago to the day
        (date(2020, 1, 1), date(2026, 5, 29), False),
        (date(2020, 1, 1), date(2026, 12, 1), False),  # `as_of` has made that end none before this is asked
    ],
)
def test_open_or_ended_in_six_months(starts_on: date, ends_on: date | None, listed: bool) -> None:
    assert rules.is_listed(starts_on, ends_on, ON) is listed


@pytest.mark.parametrize(
    ("ends_on", "as_of"),
    [(None, None), (date(2026, 11, 30), date(2026, 11, 30)), (date(2026, 12, 1), None)],
)
def test_what_ended_later_was_open_on_the_day(ends_on: date | None, as_of: date | None) -> None:
    assert rules.as_of(ends_on, ON) == as_of


@pytest.mark.parametrize(
    ("day", "months", "is_in"),
    [
        (date(2026, 5, 29), 6, False),
        (date(2026, 5, 30), 6, True),
        (date(2026, 11, 30), 6, True),
        (date(2026, 12, 1), 6, False),
        (date(2025, 11, 30), 12, True),
        (date(2025, 11, 29), 12, False),
        (None, 6, False),
    ],
)
def test_a_window(day: date | None, months: int, is_in: bool) -> None:
    assert rules.in_window(day, ON, months) is is_in


@pytest.mark.parametrize(
    ("earlier", "is_second"),
    [
        (Stretch("in_care", date(2024, 1, 1), date(2026, 1, 10)), True),
        (Stretch("in_care", date(2024, 1, 1), date(2025, 12, 1)), True),
        (Stretch("in_care", date(2024, 1, 1), date(2025, 11, 30)), False),
    ],
)
def test_a_second_period_within_twelve_months(earlier: Stretch, is_second: bool) -> None:
    care = Stretch("in_care", date(2026, 6, 1))
    assert rules.is_second_period(care, [earlier, care], ON) is is_second
    assert rules.is_second_period(earlier, [earlier, care], ON) is False


@pytest.mark.parametrize(
    ("born_on", "birth_is", "age"),
    [
        (date(2010, 11, 30), "known", 16),
        (date(2010, 12, 1), "known", 15),
        (date(2026, 12, 24), "due", None),
        (date(2026, 12, 24), "known", None),
        (None, "known", None),
    ],
)
def test_age_in_whole_years(born_on: date | None, birth_is: str, age: int | None) -> None:
    """A cell that shows no digit after the point would make 15 and eleven months 16."""
    assert rules.age(born_on, birth_is, ON) == age


def test_every_list_is_whole_or_says_what_it_lacks() -> None:
    said = {*rules.WHOLE, *rules.BROUGHT_IN, *rules.NOT_HELD, rules.ADOPTERS}
    assert said == set(range(1, 12))
