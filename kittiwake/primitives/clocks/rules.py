"""When something is due, and how its clock looks at a given time.

- The day of the trigger is day 0; working days, school days, days and months run out at the END of the due day.
  That is stored as the last microsecond of the day in London, so that it prints as 23:59 on the due day, sorts and
  compares as a plain moment, and `at > due_at` is true exactly when the next day has begun.
- Hours are elapsed time. They run through nights, weekends, holidays and the change of the clocks.
- When the hour of a trigger is not known, an hours clock runs from 00:00 of the next day and says so, which never
  calls somebody late who was in time.
- Months go to the same day of the month, or to the last day of a shorter one.
- A due date is computed once, with the version of the standard in force on the day of the trigger, and is kept. A
  later change of rule or of holidays does not move it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from kittiwake.primitives.clocks.standards import NotInForce, Standard, Version
from kittiwake.time.calendar import OutsideCalendar, WorkingCalendar
from kittiwake.time.durations import (
    COUNTS,
    Duration,
    Unit,
    cases,
    days,
    hours,
    months,
    school_days,
    times,
    working_days,
    years,
)
from kittiwake.time.moments import LONDON, ONE_DAY, add_months, end_of, local_date, start_of
from kittiwake.time.school import SchoolCalendar, Term

# An area declares its standards with one import, so the words it needs are all here.
__all__ = [
    "Due",
    "Duration",
    "NotInForce",
    "OutsideCalendar",
    "SchoolCalendar",
    "Standard",
    "State",
    "Term",
    "Unit",
    "Version",
    "WorkingCalendar",
    "cases",
    "days",
    "due",
    "hours",
    "is_overdue",
    "months",
    "remaining",
    "school_days",
    "state",
    "times",
    "working_days",
    "years",
]

# How long before the end a clock says "due soon": a share of the limit, so that a short limit does not say it from
# the start and a long one does not say it too late to act. Our choice; no guidance sets it.
HOURS_SHARE, HOURS_NOTICE = 3, 24
DAYS_SHARE, DAYS_NOTICE = 5, 5
MONTHS_NOTICE = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Due:
    """The answer to store. Moments are in London time; `due_soon_at` is never before the trigger."""

    due_at: datetime
    due_soon_at: datetime
    version: Version
    time_was_known: bool
    holidays_known: bool = True  # False: counted with bank holidays that are expected and not yet published

    @property
    def rule_version(self) -> str:
        """The day the rule took effect, as 2014-01-31: with the standard's key it names the version."""
        return self.version.effective_from.isoformat()


class State(StrEnum):
    STOPPED_IN_TIME = "stopped in time"
    STOPPED_LATE = "stopped late"
    OVERDUE = "overdue"
    DUE_SOON = "due soon"
    RUNNING = "running"


def due(
    standard: Standard,
    at: datetime,
    *,
    calendar: WorkingCalendar,
    time_known: bool = True,
    school: SchoolCalendar | None = None,
) -> Due:
    """When the standard is due after a trigger at this moment.

    Where only the day of the trigger is known, `at` is any moment of that day and `time_known` is False.
    Raises OutsideCalendar for a day that no calendar reaches, and NotInForce when the standard did not apply on the day
    of the trigger. Both carry one sentence for the page.
    """
    try:
        day = local_date(at)
        version = standard.version_at(day)
        due_at, due_soon_at = _worked_out(standard, version, at, day, time_known, calendar, school)
    except OverflowError as problem:
        raise OutsideCalendar(BEYOND) from problem
    by_holidays = version.within.unit in (Unit.WORKING_DAYS, Unit.SCHOOL_DAYS)
    known = not by_holidays or calendar.is_published(local_date(due_at))
    return Due(due_at, max(due_soon_at, at.astimezone(LONDON)), version, time_known, known)


BEYOND = "No limit can be counted from that day. Check the date."


def _worked_out(
    standard: Standard,
    version: Version,
    at: datetime,
    day: date,
    time_known: bool,
    calendar: WorkingCalendar,
    school: SchoolCalendar | None,
) -> tuple[datetime, datetime]:
    if version.within.unit in COUNTS:
        raise ValueError(f"{standard.key} is a number and no time, so nothing is due by it.")
    if version.within.unit is Unit.HOURS:
        return _in_hours(version.within, at if time_known else start_of(day + ONE_DAY))
    # A council that shuts its offices does not lengthen a limit that the law sets.
    counted = calendar if standard.local else calendar.statutory
    return _in_days(version.within, day, counted, school)


def remaining(due_at: datetime, at: datetime) -> timedelta:
    """Time left; below zero when it is past."""
    return due_at - at


def is_overdue(due_at: datetime, stopped_at: datetime | None, at: datetime) -> bool:
    """Whether, at that time, the clock was still running and its due moment had passed."""
    still_running = stopped_at is None or stopped_at > at
    return still_running and at > due_at


def state(due_at: datetime, stopped_at: datetime | None, at: datetime, due_soon_at: datetime) -> State:
    """How the clock looks at that time. A stop later than that time has not happened yet."""
    if stopped_at is not None and stopped_at <= at:
        return State.STOPPED_IN_TIME if stopped_at <= due_at else State.STOPPED_LATE
    if at > due_at:
        return State.OVERDUE
    return State.DUE_SOON if at >= due_soon_at else State.RUNNING


def _in_hours(within: Duration, started_at: datetime) -> tuple[datetime, datetime]:
    # Python adds hours to the face of a local clock, so a night when the clocks change would gain or lose one.
    ends_at = started_at.astimezone(UTC) + timedelta(hours=within.count)
    notice = min(timedelta(hours=within.count) / HOURS_SHARE, timedelta(hours=HOURS_NOTICE))
    return ends_at.astimezone(LONDON), (ends_at - notice).astimezone(LONDON)


def _in_days(
    within: Duration, day: date, counted: WorkingCalendar, school: SchoolCalendar | None
) -> tuple[datetime, datetime]:
    due_on = _counted_on(day, within.count, within.unit, counted, school)
    if within.unit in (Unit.MONTHS, Unit.YEARS):
        return end_of(due_on), start_of(due_on - MONTHS_NOTICE)
    before = within.count - max(1, min(within.count // DAYS_SHARE, DAYS_NOTICE))
    soon_on = _counted_on(day, before, within.unit, counted, school) if before > 0 else day
    return end_of(due_on), start_of(soon_on)


def _counted_on(
    day: date, count: int, unit: Unit, counted: WorkingCalendar, school: SchoolCalendar | None
) -> date:
    if unit is Unit.WORKING_DAYS:
        return counted.add_working_days(day, count)
    if unit is Unit.MONTHS:
        return add_months(day, count)
    if unit is Unit.YEARS:
        return add_months(day, 12 * count)
    if unit is Unit.DAYS:
        return day + timedelta(days=count)
    if school is None:
        raise OutsideCalendar("This limit is in school days: add the term dates of the school first.")
    return school.add_school_days(day, count)
