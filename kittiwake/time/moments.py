"""A moment, and the day it is in London."""

from __future__ import annotations

import calendar
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)
MONTHS = tuple(calendar.month_name)[1:]


class Moment(NamedTuple):
    """When something happened. With `time_known` False, `at` is the first minute of that day in London."""

    at: datetime
    time_known: bool = True

    @property
    def on(self) -> date:
        return local_date(self.at)


def local(at: datetime) -> datetime:
    """The same moment by London's clocks. A moment without a time zone is a mistake: ValueError."""
    if at.tzinfo is None:
        raise ValueError("A moment needs its time zone.")
    return at.astimezone(LONDON)


def local_date(value: date) -> date:
    """The day in London; a plain date is taken as it is."""
    return local(value).date() if isinstance(value, datetime) else value


def start_of(day: date) -> datetime:
    return datetime.combine(day, time.min, LONDON)


def end_of(day: date) -> datetime:
    """Its last microsecond: `at > end_of(day)` is true exactly when the next day has begun."""
    return datetime.combine(day, time.max, LONDON)


def add_months(day: date, count: int) -> date:
    """The same day of that month, or the last of a shorter one. OverflowError beyond the last year there is."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if year > date.max.year:
        raise OverflowError("No limit can be counted from that day. Check the date.")
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def in_words(day: date) -> str:
    """3 March 2026"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
