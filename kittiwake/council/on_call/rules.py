"""Out of working hours, and who is on call then. Facts and a time in, an answer out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta

from kittiwake.time.moments import LONDON, ONE_DAY, start_of

# When somebody answers in the office. Local: few councils say otherwise by more than half an hour.
OPENS, CLOSES = time(9), time(17)
LONGEST = timedelta(days=7)
FURTHEST = timedelta(days=183)

Span = tuple[datetime, datetime]


def wrong_span(start: datetime, end: datetime, at: datetime) -> tuple[str, str]:
    """(the question, why not) where somebody cannot be on call so; otherwise nothing."""
    if not at - LONGEST <= start <= at + FURTHEST:
        return "starts", "The beginning must be within six months from now, and not more than 7 days ago"
    if end <= start:
        return "ends", "The end must be after the beginning"
    if end - start > LONGEST:
        return "ends", "Nobody is on call for more than 7 days in one piece. Enter each week by itself"
    if end <= at:
        return "ends", "The end must be in the future"
    return "", ""


def out_of_hours(first: date, days: int, is_working_day: Callable[[date], bool]) -> Iterator[Span]:
    """Evenings, nights, weekends and holidays, each in one piece, from the first moment of `first`."""
    start = start_of(first)
    for day in (first + n * ONE_DAY for n in range(days)):
        if is_working_day(day):
            opens, closes = (datetime.combine(day, hour, LONDON) for hour in (OPENS, CLOSES))
            yield start, opens
            start = closes
    yield start, start_of(first + days * ONE_DAY)


def gaps(wanted: Iterable[Span], covered: Iterable[Span], at: datetime) -> list[Span]:
    """What is wanted from now on and covered by nobody."""
    left = [(max(start, at), end) for start, end in wanted if end > at]
    for begins, ends in covered:
        left = [piece for span in left for piece in _without(span, begins, ends)]
    return left


def _without(span: Span, begins: datetime, ends: datetime) -> Iterator[Span]:
    start, end = span
    if ends <= start or begins >= end:
        yield span
        return
    if start < begins:
        yield start, begins
    if ends < end:
        yield ends, end
