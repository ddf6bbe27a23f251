"""Recording functions ask here whether the days they are given can be so, before anything else is held against them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.history.refusal import Refused
from kittiwake.record import days
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date

Day = Moment | datetime | date | None


def must_be_believable(
    at: datetime, *, of: Child | None = None, ahead: timedelta = days.AHEAD, **given: Day
) -> None:
    """Refuses a day before the child was born, or of no working life, and one too far ahead. The names are those of
    the questions: `must_be_believable(at, of=child, held=held)`."""
    today = local_date(at)
    born_on = of.born_on if of else None
    earliest = days.earliest_of(born_on, today=today, is_due=_is_due(of)) if of else today - days.WORKING_LIFE
    for field, day in given.items():
        if day is not None:
            on = day.on if isinstance(day, Moment) else local_date(day)
            wrong = days.wrong_day(
                on, today=today, earliest=earliest, ahead=ahead, is_birth=born_on is not None
            )
            if wrong:
                raise Refused(wrong, field=field)


def must_be_a_birth(born_on: date | None, *, birth_is: str, at: datetime) -> None:
    """Refuses a birth in the future, unless that is when they are due, and one before anybody's who is alive."""
    if born_on is None:
        return
    if wrong := days.wrong_birth(born_on, today=local_date(at), is_due=birth_is == "due"):
        raise Refused(wrong, field="born_on")


def _is_due(child: Child | None) -> bool:
    return child is not None and child.birth_is == "due"
