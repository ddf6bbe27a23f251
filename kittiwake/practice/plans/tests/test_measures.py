"""How soon a child protection plan comes again, and how long one lasts."""

from __future__ import annotations

from datetime import date

import pytest

from kittiwake.practice.missing.tests.made import counted
from kittiwake.record import recording as record
from tests.cast import NOW, Cast

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
BEGUN = date(2026, 11, 9)


def protected(cast: Cast, since: date, until: date | None = None) -> None:
    kind = "child_protection"
    record.start_track(cast.ash, kind=kind, starts_on=since, ends_on=until, by=cast.system, at=NOW)


def in_numerator(key: str) -> list[bool]:
    return [case["in_numerator"] for case in counted(key, FIRST, LAST)]


@pytest.mark.parametrize(
    ("ended_on", "soon"),
    [(None, False), (date(2024, 11, 9), True), (date(2024, 11, 8), False), (BEGUN, True)],
    ids=["never before", "730 days before", "731 days before", "that day"],
)
def test_a_plan_again_within_two_years_is_by_when_the_one_before_ended(
    cast: Cast, ended_on: date | None, soon: bool
) -> None:
    if ended_on:
        protected(cast, date(2024, 1, 8), ended_on)
    protected(cast, BEGUN)
    assert in_numerator("P35b") == [soon]


def test_several_plans_before_are_still_one_plan_that_began(cast: Cast) -> None:
    protected(cast, date(2025, 1, 6), date(2025, 3, 3))
    protected(cast, date(2025, 6, 2), date(2025, 9, 1))
    protected(cast, BEGUN)
    assert in_numerator("P35b") == [True]


@pytest.mark.parametrize(("since", "is_long"), [(date(2025, 5, 30), True), (date(2025, 5, 31), False)])
def test_eighteen_months_are_counted_to_the_day(cast: Cast, since: date, is_long: bool) -> None:
    protected(cast, since)
    assert in_numerator("P36b") == [is_long]
