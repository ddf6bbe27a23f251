"""A moment for what is known by the day alone."""

from __future__ import annotations

from datetime import date, datetime, time

from kittiwake.time.moments import LONDON


def midday(day: date) -> datetime:
    return datetime.combine(day, time(12), LONDON)
