"""When somebody is not to be disturbed, and when the day's mail goes. Facts and a time in, an answer out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from kittiwake.time.moments import LONDON, ONE_DAY, local

# As the office opens; later the same day where nothing was running then.
DAILY_FROM, DAILY_UNTIL = time(8), time(18)


def quiet_until(quiet: tuple[time, time] | None, at: datetime) -> datetime | None:
    """When the quiet hours that it is in end; nothing outside them. They may go over midnight."""
    if quiet is None:
        return None
    start, end = quiet
    now = local(at)
    clock = now.time()
    if start < end:
        return _at(now.date(), end) if start <= clock < end else None
    if clock >= start:
        return _at(now.date() + ONE_DAY, end)
    return _at(now.date(), end) if clock < end else None


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, LONDON)


def is_daily_due(at: datetime, is_working_day: Callable[[date], bool]) -> bool:
    now = local(at)
    return is_working_day(now.date()) and DAILY_FROM <= now.time() < DAILY_UNTIL
