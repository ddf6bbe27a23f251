"""Where something stands in a picture of so many days. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from kittiwake.primitives.shared_pages.marks import Mark


def place(mark: Mark, since: date, until: date, width: int) -> tuple[float, float]:
    """(where it starts, how long it is): cut to the picture, and never so short that nobody sees it."""
    whole = (until - since).days or 1
    first = max(mark.starts_on, since)
    last = min(mark.ends_on or until, until)
    start = width * (first - since).days / whole
    length = max(4.0, width * (last - first).days / whole)
    return min(start, width - 4.0), min(length, width - min(start, width - 4.0))


def months(since: date, until: date) -> list[date]:
    """The first of each month in between."""
    firsts, on = [], date(since.year, since.month, 1)
    while on <= until:
        firsts += [on] if on >= since else []
        on = (on + timedelta(days=32)).replace(day=1)
    return firsts
