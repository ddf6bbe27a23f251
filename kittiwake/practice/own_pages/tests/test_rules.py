"""Ages, last days and codes."""

from __future__ import annotations

from datetime import date

import pytest

from kittiwake.practice.own_pages import rules

TODAY = date(2026, 11, 23)
TWELVE, YEAR = 144, 12


@pytest.mark.parametrize(
    ("born_on", "why"),
    [
        (date(2014, 11, 23), ""),  # twelve today
        (date(2014, 11, 24), "from 24 November 2026"),
        (date(2019, 1, 1), "from 1 January 2031"),
        (None, "Nobody has recorded when they were born"),
    ],
)
def test_a_child_who_is_too_young_or_of_unknown_age_is_given_none(born_on: date | None, why: str) -> None:
    said = rules.why_not_at_their_age(born_on, TWELVE, TODAY)
    assert why in said
    assert bool(why) == bool(said)


@pytest.mark.parametrize(
    ("born_on", "last"),
    [
        (date(2012, 5, 1), date(2027, 11, 23)),  # a year
        (date(2009, 1, 10), date(2027, 1, 9)),  # the day before they are 18
        (date(2008, 11, 24), TODAY),  # 18 tomorrow
        (date(2008, 11, 23), date(2027, 11, 23)),  # 18 today: agreed with an adult
    ],
)
def test_it_lasts_a_year_and_never_past_the_day_before_they_are_18(born_on: date, last: date) -> None:
    assert rules.last_end(born_on, YEAR, TODAY) == last
    assert rules.wrong_end(last, born_on, YEAR, TODAY) == ""
    assert "or before" in rules.wrong_end(date.fromordinal(last.toordinal() + 1), born_on, YEAR, TODAY)
    assert "today or later" in rules.wrong_end(date(2026, 11, 22), born_on, YEAR, TODAY)


def test_codes_differ_and_are_read_back_however_they_are_typed() -> None:
    codes = {rules.new_code() for _ in range(200)}
    assert len(codes) == 200
    code = codes.pop()
    printed = rules.in_groups(code)
    assert len(printed) == 14
    for typed in (printed, printed.lower(), f"  {code} ", printed.replace("-", " ")):
        assert rules.parts_of(typed) == (code[:4], code[4:])


@pytest.mark.parametrize(
    "typed", ["", "K7QM", "K7QM-R2PX-94T", "K7QM-R2PX-94TDD", "OOOO-IIII-LLLL", "Ünïcödé…99"]
)
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert rules.parts_of(typed) is None
