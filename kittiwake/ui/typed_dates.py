"""Reading dates and times as people type them. Every refusal is one sentence saying how to mend it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from kittiwake.time.moments import LONDON, MONTHS
from kittiwake.ui.dates import clock_time, long_date

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.ASCII | re.IGNORECASE)
WRITTEN = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s/.,-]+([a-z]+|\d{1,2})[\s/.,-]+(\d+)", re.ASCII | re.IGNORECASE
)
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
TWELVE_HOUR = re.compile(r"(\d{1,2})(?:[:.\s]?(\d{2}))?\s*([ap])\.?m\.?", re.ASCII | re.IGNORECASE)
TWENTY_FOUR_HOUR = re.compile(
    r"(\d{1,2})[:.\s]?(\d{2})(?::\d{2})?\s*(?:h|hrs?|hours)?", re.ASCII | re.IGNORECASE
)
NAMED_TIMES = {"midday": time(12), "noon": time(12), "12 noon": time(12), "midnight": time(0)}


class Unreadable(ValueError):
    """What was typed is not a date or time. str() is the message; `parts` are the inputs to mend."""

    def __init__(self, message: str, parts: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.parts = parts


def date_from_parts(day: str, month: str, year: str, *, called: str = "The date") -> date:
    """A date from three boxes. The month may be a number or a name. Raises Unreadable."""
    typed = {"day": day.strip(), "month": month.strip(), "year": year.strip()}
    absent = tuple(part for part, value in typed.items() if not value)
    if absent:
        raise Unreadable(f"{called} must include a {' and '.join(absent)}", absent)
    day_number, month_number = _day(typed["day"]), _month(typed["month"])
    year_number = _year(typed["year"], called)
    wrong = tuple(part for part, number in (("day", day_number), ("month", month_number)) if not number)
    if wrong:
        raise Unreadable(f"{called} must be a real date", wrong)
    return _real_date(year_number, month_number, day_number, called)


def parse_date(text: str, *, called: str = "The date") -> date:
    """A date in one piece, day first: 3/11/2026, 3 Nov 2026, 2026-11-03. Raises Unreadable."""
    typed = text.strip()
    if iso := ISO.fullmatch(typed):
        return _real_date(int(iso[1]), int(iso[2]), int(iso[3]), called)
    if written := WRITTEN.fullmatch(typed):
        return date_from_parts(written[1], written[2], written[3], called=called)
    raise Unreadable(f"{called} must be a date, like 3/11/2026 or 3 November 2026")


def parse_time(text: str, *, called: str = "The time") -> time:
    """A time of day: 6:10pm, 6.10pm, 6pm, 18:10, 1810, midday. Raises Unreadable.

    An hour of one digit without am or pm (6:10) is refused: it is the commonest way to be twelve hours out.
    """
    typed = " ".join(text.lower().split())
    if typed in NAMED_TIMES:
        return NAMED_TIMES[typed]
    if twelve := TWELVE_HOUR.fullmatch(typed):
        return _real_time(_hour_of_24(int(twelve[1]), twelve[3]), int(twelve[2] or 0), called)
    if twenty_four := TWENTY_FOUR_HOUR.fullmatch(typed):
        if len(twenty_four[1]) == 1:
            raise Unreadable(f"{called} must say am or pm, like {_example(twenty_four)}", ("time",))
        return _real_time(int(twenty_four[1]), int(twenty_four[2]), called)
    if re.fullmatch(r"\d{1,2}", typed, re.ASCII):
        raise Unreadable(f"{called} must say am or pm, like 6pm, or give minutes, like 18:00", ("time",))
    raise Unreadable(f"{called} must be a time, like 6:10pm or 18:10", ("time",))


def london_moment(on: date, at: time, *, later: bool = False) -> datetime:
    """The moment when London's clocks showed this date and time, in UTC.

    When the clocks go back an hour happens twice: the first is taken unless `later`. When they go forward an
    hour does not happen at all: raises Unreadable.
    """
    wall = datetime.combine(on, at.replace(tzinfo=None))
    moment = wall.replace(tzinfo=LONDON, fold=int(later)).astimezone(UTC)
    if moment.astimezone(LONDON).replace(tzinfo=None) != wall:
        missing = f"On {long_date(on)} the clocks went forward, so there was no {clock_time(at)}"
        raise Unreadable(f"{missing}. Check the time", ("time",))
    return moment


def _day(typed: str) -> int:
    match = DAY.fullmatch(typed)
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else 0


def _month(typed: str) -> int:
    if re.fullmatch(r"\d{1,2}", typed, re.ASCII):
        return int(typed) if 1 <= int(typed) <= 12 else 0
    starts = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(typed.lower())]
    # Three letters tell every month from every other; "Sept" is a longer start of the same word.
    return starts[0] if len(typed) >= 3 and len(starts) == 1 else 0


def _year(typed: str, called: str) -> int:
    if not re.fullmatch(r"\d{4}", typed, re.ASCII):
        raise Unreadable(f"{called} must have a year of 4 numbers, like 2026", ("year",))
    return int(typed)


def _real_date(year: int, month: int, day: int, called: str) -> date:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise Unreadable(f"{called} must have a year between {EARLIEST_YEAR} and {LATEST_YEAR}", ("year",))
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(f"{called} must be a real date", ("day", "month", "year")) from None


def _hour_of_24(hour: int, half: str) -> int:
    if half == "a":
        return 0 if hour == 12 else hour if hour < 12 else 99
    return hour + 12 if 1 <= hour < 12 else hour if hour else 99


def _real_time(hour: int, minute: int, called: str) -> time:
    if hour > 23 or minute > 59:
        raise Unreadable(f"{called} must be a real time, like 6:10pm or 18:10", ("time",))
    return time(hour, minute)


def _example(typed: re.Match[str]) -> str:
    return f"{typed[1]}:{typed[2]}pm or 0{typed[1]}:{typed[2]}"
