"""Over which months a measure is drawn: two years to the last day asked about, or the whole period where that is longer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kittiwake.insight.rules import Figure
from kittiwake.insight.showing import Period
from kittiwake.time.moments import ONE_DAY, add_months

DRAWN, MOST_DRAWN = 24, 60  # months


def over_months(period: Period) -> Period:
    """Of whole months, but for the last."""
    two_years = add_months(period.last.replace(day=1), 1 - DRAWN)
    return Period(min(two_years, period.first.replace(day=1)), period.last, period.known)


def months_drawn(months: Sequence[Figure]) -> str:
    """From which month on: no more than can be told apart. Empty: all of them."""
    names = sorted(month.group for month in months if month.group)
    return names[-MOST_DRAWN] if len(names) > MOST_DRAWN else ""


def month_not_over(period: Period, today: date) -> str:
    """The last month, where the period ends within it or it is not over yet; empty where all of it is there."""
    is_whole = (period.last + ONE_DAY).day == 1 and period.last < today
    return "" if is_whole else f"{period.last:%Y-%m}"
