"""The limits in force here: what an area declares, and what the council has set for itself from a day on.

Clocks, the board, audits and measures all come through here, so that a changed limit is changed for all of them.
`rules` stays pure: it is handed the standard as it is in force.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from django.db.models import QuerySet

from kittiwake.access.identity import read_again, read_once
from kittiwake.history.refusal import Refused
from kittiwake.primitives.clocks import rules
from kittiwake.primitives.clocks.models import BankHoliday, LocalLimit
from kittiwake.primitives.clocks.standards import Standard
from kittiwake.queries.kept import kept
from kittiwake.queries.together import together
from kittiwake.time.calendar import WorkingCalendar, england_and_wales
from kittiwake.time.durations import Duration, Unit
from kittiwake.time.moments import end_of, start_of

KEPT = "clocks.set_here"
LONGEST_BACK = 500  # days: no limit of ours is longer, and the calendar of holidays ends somewhere


class SetHere(NamedTuple):
    limits: dict[str, list[LocalLimit]]
    holidays: tuple[tuple[date, bool], ...]


def changes() -> dict[str, list[LocalLimit]]:
    """What the council has set, by standard, in the order it was set. Read once a request."""
    return _set_here().limits


def announced() -> tuple[tuple[date, bool], ...]:
    """Of each day that somebody has said something of, whether it is a bank holiday. Read with the limits."""
    return _set_here().holidays


def _set_here() -> SetHere:
    return read_once(KEPT, _read)


def _read() -> SetHere:
    rows, said = together(lambda: list(_limits()), lambda: list(_said_of_days()))
    limits: dict[str, list[LocalLimit]] = defaultdict(list)
    for row in rows:
        limits[row.key].append(row)
    return SetHere(dict(limits), tuple({each.day: each.is_holiday for each in said}.items()))


@kept
def _limits() -> QuerySet[LocalLimit]:
    return LocalLimit.objects.select_related("by").order_by("key", "number")


@kept
def _said_of_days() -> QuerySet[BankHoliday]:
    return BankHoliday.objects.order_by("day", "number")


def forget() -> None:
    read_again(KEPT)


def in_force(standard: Standard) -> Standard:
    """The standard with every limit the council has set for it, each from its day."""
    for row in changes().get(standard.key, ()):
        within = Duration(row.count, Unit(row.unit))
        standard = standard.changed(within, source=f"Local: {row.why}", effective_from=row.effective_from)
    return standard


def due(standard: Standard, at: datetime, *, time_known: bool = True) -> rules.Due:
    """When it is due after a trigger at this moment, by the limit in force on that day.

    Refuses a day that no limit can be counted from, such as one in the year 1 or 9999.
    """
    return _due(in_force(standard), at, time_known)


def _due(standard: Standard, at: datetime, time_known: bool) -> rules.Due:
    try:
        return rules.due(standard, at, time_known=time_known, calendar=calendar())
    except (rules.OutsideCalendar, rules.NotInForce) as problem:
        raise Refused(f"{standard.title}: {problem}") from problem


def within_on(standard: Standard, on: date) -> Duration:
    return in_force(standard).version_at(on).within


def count(standard: Standard, on: date) -> int:
    """The number in force on a day, of a standard that is no time."""
    return within_on(standard, on).count


def still_in_time(standard: Standard, on: date) -> tuple[date, ...]:
    """The days of a trigger whose duty, at the end of the day `on`, has not run out: for measures, which then judge
    as the clock does, whatever its unit and whichever version applied."""
    return _still_in_time(in_force(standard), on, calendar())


@lru_cache(maxsize=500)
def _still_in_time(standard: Standard, on: date, counted_by: WorkingCalendar) -> tuple[date, ...]:
    longest = max((_days_of(version.within) for version in standard.versions), default=0)
    days = [on - timedelta(days=back) for back in range(min(longest, LONGEST_BACK) + 1)]
    return tuple(day for day in days if _due(standard, start_of(day), False).due_at >= end_of(on))


def _days_of(within: Duration) -> int:
    """More days than the limit can take."""
    return {
        Unit.HOURS: within.count // 24 + 2,
        Unit.DAYS: within.count + 1,
        Unit.WORKING_DAYS: within.count * 2 + 14,
        Unit.SCHOOL_DAYS: within.count * 3 + 60,
        Unit.MONTHS: within.count * 31 + 2,
        Unit.YEARS: within.count * 366 + 2,
    }[within.unit]


def holidays(first: date, as_of: date) -> list[date]:
    """For a measure in working days: the weekdays off that may fall in its period or soon after, as the clocks count."""
    return days_off(first, as_of + timedelta(days=60))


def days_off(first: date, last: date) -> list[date]:
    """The weekdays from the one day to the other that are bank holidays."""
    known = calendar()
    begin, end = max(first, known.first), min(last, known.last)
    days = [begin + timedelta(days=n) for n in range((end - begin).days + 1)]
    return [day for day in days if day.weekday() < 5 and not known.is_working_day(day)]


def calendar() -> WorkingCalendar:
    """Bank holidays as the list and the rule have them, and as a person has put them right since."""
    return _with(announced())


@lru_cache(maxsize=20)
def _with(announced: tuple[tuple[date, bool], ...]) -> WorkingCalendar:
    days = dict(announced)
    return england_and_wales().put_right(
        added=[day for day, is_holiday in days.items() if is_holiday],
        taken=[day for day, is_holiday in days.items() if not is_holiday],
    )
