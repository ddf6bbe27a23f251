"""The only way the terms of a school are set."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.clocks import events, limits
from kittiwake.primitives.clocks.models import SchoolYear
from kittiwake.primitives.clocks.terms import typed
from kittiwake.record.models import Agency
from kittiwake.time.calendar import OutsideCalendar
from kittiwake.time.moments import in_words
from kittiwake.time.school import SchoolCalendar, Term

SOMEBODY_ELSE = (
    "Somebody else has just set the terms of this school. Look at them again before you change them."
)


@whole()
def set_terms(
    school: Agency, *, terms: str, closed: str, source: str, version: int, by: User, at: datetime
) -> SchoolYear:
    """The terms of one school year as they are typed, and the days in them on which pupils do not attend. What was set before for
    that year is kept, and stands no longer.

    `version` is how many times terms of the school had been set when they were read. Refuses what cannot be read, terms of
    several years or that overlap, and a day off outside of term.
    """
    try:
        spans, days = typed.read_terms(terms), typed.read_days(closed)
        starts = _refuse(school, spans, days)
    except (typed.NotRead, OutsideCalendar, ValueError) as problem:
        raise Refused(str(problem), field="terms") from problem
    if not source.strip():
        raise Refused("Say where the dates are from.", field="source")
    if version != SchoolYear.objects.filter(school=school).count():
        raise Refused(SOMEBODY_ELSE)
    number = SchoolYear.objects.filter(school=school, starts=starts).count() + 1
    with refused_by(school_year_one_after_another=Refused(SOMEBODY_ELSE)):
        row = SchoolYear.objects.create(
            school=school,
            starts=starts,
            number=number,
            terms=[[term.first.isoformat(), term.last.isoformat()] for term in spans],
            closed=[day.isoformat() for day in days],
            source=source.strip(),
            by=by,
            at=at,
        )
    changes = {f"terms from {starts}": (None, typed.written(spans)), "source": (None, row.source)}
    history.write(events.TERMS_SET, row, by=by, at=at, changes=changes)
    return row


def _refuse(school: Agency, terms: list[Term], closed: list[date]) -> int:
    """The school year they are of."""
    starts = typed.year_of(terms)
    if terms and starts is None:
        raise Refused(
            "Give the terms of one school year, from August to July. These are of several.", field="terms"
        )
    SchoolCalendar(school.name, terms, closed=closed, bank_holidays=limits.calendar())
    if astray := typed.outside(terms, closed):
        raise Refused(f"{in_words(astray)} is on a weekend or in no term. Check the day.", field="closed")
    assert starts is not None
    return starts
