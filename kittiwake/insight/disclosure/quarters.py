"""The periods whose figures are published to whoever sees no child: quarters that are over, each as it was known on one day.

Whoever may choose any days subtracts one period from the next, and one day's figures from the day after's: a year to today less
the year to yesterday is one child. Quarters have no day in common, and what was known on a day does not change.
"""

from __future__ import annotations

from datetime import date, timedelta

from kittiwake.time.moments import MONTHS, ONE_DAY, add_months

LENGTH = 3  # months
OFFERED = 12


def first_of(day: date) -> date:
    """The first day of its quarter."""
    return date(day.year, day.month - (day.month - 1) % LENGTH, 1)


def last_of(first: date) -> date:
    return add_months(first, LENGTH) - ONE_DAY


def published(today: date, settles: timedelta) -> list[date]:
    """The first days of the quarters whose figures are published by today, the newest first."""
    newest = first_of(today)
    while last_of(newest) + settles >= today:
        newest = add_months(newest, -LENGTH)
    return [add_months(newest, -LENGTH * back) for back in range(OFFERED)]


def in_words(first: date) -> str:
    """July to September 2026"""
    last = last_of(first)
    return f"{MONTHS[first.month - 1]} to {MONTHS[last.month - 1]} {last.year}"
