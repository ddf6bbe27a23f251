"""The figures of the workforce census, as the Department for Education defines them (read November 2026). Pure.

Somebody is in post on the reference date when their role has not ended by then and they have hours. FTE is that of the
reference date, 0 for who has left; a leaver's is FTE30.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

WORKING_DAYS = 253
MOVED_INSIDE = "7"  # is not a leaver


@dataclass(frozen=True)
class Person:
    is_agency: bool
    fte: Decimal
    fte_left: Decimal | None = None
    ends_on: date | None = None
    reason: str = ""
    cases: int = 0
    days_lost: Decimal | None = None

    def in_post(self, on: date) -> bool:
        return self.fte > 0 and (self.ends_on is None or self.ends_on > on)

    def left_in_year_to(self, on: date) -> bool:
        if self.ends_on is None or self.is_agency or self.reason == MOVED_INSIDE:
            return False
        return _year_before(on) < self.ends_on <= on


def _year_before(on: date) -> date:
    return (
        on.replace(year=on.year - 1, day=28)
        if (on.month, on.day) == (2, 29)
        else on.replace(year=on.year - 1)
    )


@dataclass(frozen=True)
class Figures:
    """Rates are shares of 1; None where there is nothing to divide by."""

    headcount: int
    fte: Decimal
    agency_headcount: int
    agency_fte: Decimal
    agency_rate: Decimal | None
    vacancy_rate: Decimal | None
    cover_rate: Decimal | None
    turnover: Decimal | None
    caseload: Decimal | None
    absence: Decimal | None


def figures(people: Iterable[Person], on: date, *, vacancies: Decimal, covering: Decimal) -> Figures:
    everybody = list(people)
    here = [person for person in everybody if person.in_post(on)]
    own, agency = (
        [person for person in here if not person.is_agency],
        [person for person in here if person.is_agency],
    )
    fte, agency_fte = _fte(own), _fte(agency)
    left = sum(
        (person.fte_left or Decimal(0) for person in everybody if person.left_in_year_to(on)), Decimal(0)
    )
    holders = [person for person in here if person.cases]
    lost = sum((person.days_lost or Decimal(0) for person in own), Decimal(0))
    return Figures(
        headcount=len(own),
        fte=fte,
        agency_headcount=len(agency),
        agency_fte=agency_fte,
        agency_rate=_rate(agency_fte, agency_fte + fte),
        vacancy_rate=_rate(vacancies, vacancies + fte),
        cover_rate=_rate(covering, agency_fte),
        turnover=_rate(left, fte),
        caseload=_rate(Decimal(sum(person.cases for person in holders)), _fte(holders)),
        absence=_rate(lost, fte * WORKING_DAYS),
    )


def _fte(people: Iterable[Person]) -> Decimal:
    return sum((person.fte for person in people), Decimal(0))


def _rate(part: Decimal, whole: Decimal) -> Decimal | None:
    return part / whole if whole else None
