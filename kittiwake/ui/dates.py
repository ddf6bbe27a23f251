"""Dates, times and moments as people here write and say them: always London time, GOV.UK style.

Written by hand and not with Django's localisation, because worklists format hundreds of moments a page.
`typed_dates.py` is the other direction.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from kittiwake.time.moments import MONTHS, Moment, in_words, local, local_date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long_date(value: date) -> str:
    """3 March 2026"""
    return in_words(local_date(value))


def short_date(value: date) -> str:
    """3 Mar 2026: for tables."""
    on = local_date(value)
    return f"{on.day} {MONTHS[on.month - 1][:3]} {on.year}"


def weekday_date(value: date) -> str:
    """Tuesday 3 March 2026"""
    on = local_date(value)
    return f"{WEEKDAYS[on.weekday()]} {long_date(on)}"


def clock_time(value: datetime | time) -> str:
    """6:10am, 6am, midday, midnight"""
    at = local(value) if isinstance(value, datetime) else value
    if at.minute == 0 and at.hour in (0, 12):
        return "midday" if at.hour else "midnight"
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'pm' if at.hour >= 12 else 'am'}"


def long_moment(value: datetime | Moment) -> str:
    """3 March 2026 at 6:10am, or: 3 March 2026, time not known"""
    return _with_time(value, long_date)


def short_moment(value: datetime | Moment) -> str:
    """3 Mar 2026 at 6:10am: for tables."""
    return _with_time(value, short_date)


def weekday_moment(value: datetime | Moment) -> str:
    """Tuesday 3 March 2026 at 6:10am"""
    return _with_time(value, weekday_date)


def _with_time(value: datetime | Moment, day: Callable[[date], str]) -> str:
    at, time_known = value if isinstance(value, Moment) else (value, True)
    here = local(at)
    on = day(here.date())
    return f"{on} at {clock_time(here.time())}" if time_known else f"{on}, time not known"


def due(value: datetime, now: datetime) -> str:
    """due Tuesday 3 March 2026 at 6:10am, in 5 hours; where the whole day counts: due by Tuesday 3 March 2026, tomorrow"""
    here = local(value)
    if here.time() == time.max:
        return f"due by {weekday_date(here.date())}, {relative_day(here.date(), local_date(now))}"
    return f"due {weekday_moment(value)}, {relative(value, now)}"


def relative(value: date | datetime | Moment, now: datetime) -> str:
    """in 5 hours, 2 days ago, now; for a day without a time: today, tomorrow, in 3 days"""
    if isinstance(value, Moment):
        value = value.at if value.time_known else value.on
    if not isinstance(value, datetime):
        return relative_day(value, local_date(now))
    # Python subtracts two London times by the wall clock, which is an hour out across a clock change.
    seconds = (value.astimezone(UTC) - now.astimezone(UTC)).total_seconds()
    return _ago_or_in(_largest(abs(seconds)), seconds)


def relative_day(on: date, today: date) -> str:
    days = (on - today).days
    if abs(days) <= 1:
        return ("today", "tomorrow", "yesterday")[days]
    return _ago_or_in(_largest(abs(days) * 86400), days)


def _ago_or_in(amount: str, direction: float) -> str:
    if not amount:
        return "now"
    return f"in {amount}" if direction > 0 else f"{amount} ago"


def _largest(seconds: float) -> str:
    """Whole units, rounded down. Hours up to two days, because duties here are set in hours."""
    minutes, hours, days = int(seconds // 60), int(seconds // 3600), int(seconds // 86400)
    if hours < 1:
        return counted(minutes, "minute") if minutes else ""
    if hours < 48:
        return counted(hours, "hour")
    if days < 60:
        return counted(days, "day")
    return counted(days // 30, "month") if days < 730 else counted(days // 365, "year")


def duration(length: timedelta) -> str:
    """How long something lasted, in at most two units: 2 days 5 hours, 40 minutes"""
    minutes = int(length.total_seconds() // 60)
    amounts = ((minutes // 1440, "day"), (minutes // 60 % 24, "hour"), (minutes % 60, "minute"))
    said = [counted(amount, unit) for amount, unit in amounts if amount]
    return " ".join(said[:2]) or "less than a minute"


def counted(number: int, singular: str, plural: str = "") -> str:
    """1 child, 2 children, 1,200 days"""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def time_left(end: datetime | None, start: datetime | None) -> str:
    """61 hours, 5 days: hours up to four days, because the duty to listen is one of 72 hours."""
    if end is None or start is None:
        return ""
    seconds = (end - start).total_seconds()
    if seconds < 3600:
        return counted(max(1, int(seconds // 60)), "minute")
    return (
        counted(int(seconds // 3600), "hour")
        if seconds < 96 * 3600
        else counted(int(seconds // 86400), "day")
    )
