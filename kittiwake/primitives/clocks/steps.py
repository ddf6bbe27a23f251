"""Which calendars and limits a council has to look at before people can work here."""

from __future__ import annotations

from datetime import date, timedelta

from kittiwake.areas.steps import Step
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.models import SchoolYear
from kittiwake.primitives.clocks.terms import typed
from kittiwake.primitives.clocks.terms.queries import schools
from kittiwake.time.calendar import published
from kittiwake.time.moments import in_words
from kittiwake.ui.dates import counted

A_YEAR = timedelta(days=365)


def _calendars(today: date) -> str:
    known = SchoolYear.objects.filter(starts=typed.school_year(today)).values_list("school_id", flat=True)
    unknown = len({school.pk for school in schools()} - set(known))
    if unknown:
        return f"The terms of this year are not known of {counted(unknown, 'school')}."
    if published().last < today + A_YEAR:
        return f"The list of bank holidays ends on {in_words(published().last)}: update Kittiwake."
    return ""


def _local_limits(today: date) -> str:
    return (
        ""
        if limits.changes()
        else "The council has set none of its own: those that came with Kittiwake are in force."
    )


STEPS = [
    Step(
        "calendars",
        70,
        "Calendars",
        "Bank holidays are known; the terms of each school are set here.",
        _calendars,
        "clocks:schools",
    ),
    Step(
        "local_limits",
        80,
        "Local limits",
        "The principal social worker or the director reads them on the page “Practice standards”, and sets the council’s own.",
        _local_limits,
    ),
]
