"""The school years that are known of a school. Reads only."""

from __future__ import annotations

from datetime import date

from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.models import SchoolYear
from kittiwake.record.models import Agency
from kittiwake.time.school import SchoolCalendar, Term


def schools() -> list[Agency]:
    return list(Agency.objects.filter(kind="school").order_by("name", "pk"))


def terms_of(year: SchoolYear) -> list[Term]:
    return [Term(date.fromisoformat(first), date.fromisoformat(last)) for first, last in year.terms]


def closed_in(year: SchoolYear) -> list[date]:
    return [date.fromisoformat(day) for day in year.closed]


def calendar_of(year: SchoolYear) -> SchoolCalendar:
    """Its school days, less bank holidays as they are known today."""
    return SchoolCalendar(
        year.school.name, terms_of(year), closed=closed_in(year), bank_holidays=limits.calendar()
    )
