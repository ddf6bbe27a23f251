"""The figures of a workforce census, worked by hand; and a census that is recorded, put right and taken back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kittiwake.assurance.workforce.census import recording
from kittiwake.assurance.workforce.census.rules import MOVED_INSIDE, WORKING_DAYS, Person, figures
from kittiwake.assurance.workforce.models import Census, CensusWorker
from kittiwake.history.models import Event
from tests.cast import NOW, Cast

DAY = date(2026, 9, 30)
HALF, WHOLE = Decimal("0.5"), Decimal(1)
HERE = [
    Person(False, WHOLE, cases=16, days_lost=Decimal(10)),
    Person(False, HALF),
    Person(True, HALF, cases=8, days_lost=Decimal(50)),  # an agency's sick days are not the council's
]


def left(on: date, fte: str, *, reason: str = "1", is_agency: bool = False) -> Person:
    return Person(is_agency, Decimal(0), Decimal(fte), on, reason)


LEFT = [
    left(date(2026, 3, 1), "0.75"),
    left(date(2025, 10, 1), "0.25"),  # the first day of the year
    left(date(2025, 9, 30), "1"),  # the last of the year before
    left(date(2026, 3, 1), "1", reason=MOVED_INSIDE),
    left(date(2026, 3, 1), "1", is_agency=True),
]


def test_the_figures_are_those_of_the_definition() -> None:
    worked_out = figures([*HERE, *LEFT], DAY, vacancies=HALF, covering=Decimal("0.25"))
    assert (worked_out.headcount, worked_out.fte, worked_out.agency_headcount, worked_out.agency_fte) == (
        2,
        Decimal("1.5"),
        1,
        HALF,
    )
    assert (worked_out.agency_rate, worked_out.vacancy_rate, worked_out.cover_rate) == (
        Decimal("0.25"),
        Decimal("0.25"),
        HALF,
    )
    assert worked_out.turnover == Decimal(1) / Decimal("1.5")
    assert worked_out.caseload == 16
    assert worked_out.absence == Decimal(10) / (Decimal("1.5") * WORKING_DAYS)


def test_nothing_is_divided_by_nothing() -> None:
    worked_out = figures([], DAY, vacancies=Decimal(0), covering=Decimal(0))
    rates = (
        worked_out.agency_rate,
        worked_out.vacancy_rate,
        worked_out.cover_rate,
        worked_out.turnover,
        worked_out.caseload,
        worked_out.absence,
    )
    assert set(rates) == {None}


@pytest.mark.parametrize(
    ("ends_on", "fte", "is_in_post"),
    [
        (None, "1", True),
        (None, "0", False),
        (date(2026, 10, 1), "1", True),
        (DAY, "1", False),  # the role has ended by then
    ],
)
def test_somebody_is_in_post_with_hours_and_a_role_that_goes_on(
    ends_on: date | None, fte: str, is_in_post: bool
) -> None:
    assert Person(False, Decimal(fte), ends_on=ends_on).in_post(DAY) is is_in_post


@pytest.mark.parametrize(
    ("ends_on", "counts"), [(date(2023, 2, 28), False), (date(2023, 3, 1), True), (date(2024, 2, 29), True)]
)
def test_the_year_to_a_leap_day_begins_after_the_day_before_the_first_of_march(
    ends_on: date, counts: bool
) -> None:
    assert left(ends_on, "1").left_in_year_to(date(2024, 2, 29)) is counts


@pytest.fixture
def recorded(cast: Cast) -> Census:
    by = {"by": cast.system, "at": NOW}
    council = {"vacancies": Decimal(2), "covering": Decimal(1), "covering_people": 1}
    recording.record_person(DAY, swe_number="SW1", is_agency=False, fte=WHOLE, **by)
    return recording.record_council(DAY, **council, **by)


def test_a_census_that_comes_again_puts_the_first_right(cast: Cast, recorded: Census) -> None:
    by = {"by": cast.system, "at": NOW}
    council = {"vacancies": Decimal(3), "covering": Decimal(1), "covering_people": 1}
    assert recording.record_council(DAY, **council, **by) == recorded
    recording.record_person(DAY, swe_number="SW1", is_agency=False, fte=HALF, cases=3, **by)
    census = recording.census_on(DAY)
    assert census is not None
    worked_out = census.figures()
    assert (worked_out.headcount, worked_out.fte, worked_out.caseload) == (1, HALF, 6)
    assert worked_out.vacancy_rate == Decimal(3) / Decimal("3.5")


def test_a_census_is_taken_back_worker_by_worker_and_then_whole(cast: Cast, recorded: Census) -> None:
    by = {"by": cast.system, "at": NOW}
    recording.withdraw_person(CensusWorker.objects.get(), **by)
    assert recorded.figures().headcount == 0
    recording.withdraw_census(recorded, **by)
    assert recording.census_on(DAY) is None
    written = list(
        Event.objects.filter(what__startswith="workforce.census")
        .order_by("pk")
        .values_list("what", flat=True)
    )
    assert written[-2:] == ["workforce.census_worker_withdrawn", "workforce.census_withdrawn"]
