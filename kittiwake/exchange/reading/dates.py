"""Dates, times and moments, as people and systems in England write them.

Day comes before month here, but not every system knows it. Whether ‘03/04/2025’ is 3 April or 4 March is decided
by the other dates of the same column (`order_of`): one ‘17/05/2025’ shows that the day comes first. Where a
column shows neither, the day is taken first, as is usual here, and the value is doubted. Where it shows both, a
date that could be either is not read at all.

A year of two digits is 2000 to 2049 up to 49, and 1950 to 1999 from 50: nobody in these lists was born before 1950.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kittiwake.exchange.reading.tables import Cell
from kittiwake.exchange.reading.values import Reading, as_text, is_missing_word, missing

LONDON = ZoneInfo("Europe/London")
TWO_DIGIT_PIVOT = 50
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
# Day 1 of a Windows workbook is 1 January 1900, and it believes that 1900 was a leap year.
EXCEL_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 - a local day count
MONTHS = {
    m: i
    for i, m in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}

_NUMERIC = re.compile(r"(\d{1,4})[-/.\\ ](\d{1,2})[-/.\\ ](\d{4}|\d{1,2})(?!\d)")
_DAY_NAMED = re.compile(
    r"(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[-/. ]*(?:of )?([a-z]{3,9})[-/., ]*(\d{4}|\d{2})(?!\d)",
    re.IGNORECASE,
)
_YEAR_NAMED = re.compile(r"(\d{4})[-/. ]?([a-z]{3,9})[-/. ]?(\d{1,2})(?!\d)", re.IGNORECASE)
_MONTH_NAMED = re.compile(
    r"(?:[a-z]{3,9},?\s+)?([a-z]{3,9})[ .]+(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?!\d)", re.I
)
_COMPACT = re.compile(r"(19|20)(\d\d)(\d\d)(\d\d)(?!\d)")
_SERIAL = re.compile(r"([1-7]\d{4})(\.\d+)?")
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(?:hrs|hours|h)?\.?"
    r"\s*(z|utc|gmt|bst|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:approx(?:imately)?\.?|about|around|circa|c\.|~|est\.?|at)\s*(?=\d)")
_END_OF_DAY = re.compile(r"24[:.]?00(?:[:.]00)?\s*(?:hrs|hours|h)?\.?", re.IGNORECASE)
_BARE_CLOCK = re.compile(r"(\d{1,2})(\d{2})\s*(?:hrs|hours|h)?\.?", re.IGNORECASE)


class Order(StrEnum):
    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    EITHER = "either"
    BOTH = "both"


class When(NamedTuple):
    """A date, the text after it, and the other date that the same numbers could mean."""

    day: date
    rest: str
    other: date | None = None


def order_of(cells: Iterable[Cell]) -> Order:
    """Which of day and month comes first, by the dates that can be read only one way."""
    day_first = month_first = False
    for cell in cells:
        if isinstance(cell, str) and (match := _NUMERIC.match(cell.strip())) and len(match[1]) < 3:
            first, second = int(match[1]), int(match[2])
            day_first = day_first or (first > 12 >= second)
            month_first = month_first or (second > 12 >= first)
    if day_first and month_first:
        return Order.BOTH
    return Order.DAY_FIRST if day_first else Order.MONTH_FIRST if month_first else Order.EITHER


@lru_cache(maxsize=65_536, typed=True)
def day(cell: Cell, order: Order = Order.EITHER) -> Reading[date]:
    """The date a cell gives; a time beside it is allowed and left out."""
    if isinstance(cell, datetime):
        return Reading(cell.date())
    if isinstance(cell, date):
        return _believable(cell, cell)
    text = as_text(cell)
    if not text:
        return Reading(None)
    if is_missing_word(text):
        return missing(text)
    if (moment := in_london(text)) is not None:
        return _believable(moment.date(), text)
    when = find_date(text, order)
    if when is None or (when.rest and clock(when.rest).value is None):
        return Reading(None, f"‘{text}’ is not a date. Write it like 09/03/2025.")
    return doubted(when, text, order)


def in_london(text: str) -> datetime | None:
    """A moment with its offset, on the London clock: 2010-06-14T23:00:00Z is midnight on 15 June there.

    Only machines write an offset, and they write it one way. None for any other text; a moment at the edge of the
    calendar, which no clock can be turned to, is given as it stands.
    """
    if len(text) < 16 or not (
        text.endswith(("Z", "z")) or text[-6:-5] in ("+", "-") or text[-5:-4] in ("+", "-")
    ):
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    if at.tzinfo is None:
        return None
    return at.astimezone(LONDON) if 1 < at.year < 9999 else at


def doubted(when: When, text: str, order: Order) -> Reading[date]:
    if when.other is None:
        return _believable(when.day, text)
    either = f"‘{text}’ could be {spoken(when.day)} or {spoken(when.other)}"
    if order is Order.BOTH:
        return Reading(None, f"{either}: this column holds dates of both kinds. Say which it is.")
    return Reading(when.day, f"{either}; it was read as {spoken(when.day)}.")


def _believable(value: date, text: object) -> Reading[date]:
    if EARLIEST <= value <= LATEST:
        return Reading(value)
    return Reading(None, f"‘{text}’ has a year that cannot be right.")


def spoken(value: date) -> str:
    return f"{value.day} {value:%B %Y}"


def find_date(text: str, order: Order) -> When | None:
    if match := _NUMERIC.match(text):
        return _numeric(match, text[match.end() :], order)
    if match := _YEAR_NAMED.match(text):
        return _made(int(match[1]), _month(match[2]), int(match[3]), text[match.end() :])
    if match := _DAY_NAMED.match(text):
        return _made(_year(match[3]), _month(match[2]), int(match[1]), text[match.end() :])
    if match := _MONTH_NAMED.match(text):
        return _made(int(match[3]), _month(match[1]), int(match[2]), text[match.end() :])
    if match := _COMPACT.match(text):
        return _made(int(match[1] + match[2]), int(match[3]), int(match[4]), text[match.end() :])
    if _SERIAL.fullmatch(text):
        at = EXCEL_DAY_0 + timedelta(seconds=round(float(text) * 86_400))
        return When(at.date(), at.strftime("%H:%M:%S") if "." in text else "")
    return None


def _numeric(match: re.Match[str], rest: str, order: Order) -> When | None:
    first, second, third = int(match[1]), int(match[2]), match[3]
    if len(match[1]) == 4:
        return _made(first, second, int(third), rest)
    if len(match[1]) == 3 or len(third) == 1:
        return None
    day_first = _made(_year(third), second, first, rest)
    month_first = _made(_year(third), first, second, rest)
    if day_first is None or month_first is None or day_first.day == month_first.day:
        return day_first or month_first
    if order in (Order.DAY_FIRST, Order.MONTH_FIRST):
        return day_first if order is Order.DAY_FIRST else month_first
    return day_first._replace(other=month_first.day)


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < TWO_DIGIT_PIVOT else 1900)


def _month(word: str) -> int:
    return MONTHS.get(word[:3].casefold(), 0)


def _made(year: int, month: int, day_of_month: int, rest: str) -> When | None:
    try:
        return When(date(year, month, day_of_month), rest.strip(" ,-T@").removeprefix("at ").strip())
    except ValueError:
        return None


@lru_cache(maxsize=16_384, typed=True)
def clock(cell: Cell) -> Reading[time]:
    """A time of day: 18:05, 1805, 6.05pm, 6pm, ‘midnight’, or a part of a day as Excel keeps it (0.75)."""
    if isinstance(cell, datetime):
        return Reading(cell.time())
    if isinstance(cell, time):
        return Reading(cell)
    if isinstance(cell, timedelta):
        cell = cell / timedelta(days=1)
    if isinstance(cell, float) and 0 <= cell < 1:
        return Reading((EXCEL_DAY_0 + timedelta(seconds=round(cell * 86_400))).time())
    text = as_text(cell).casefold()
    if not text:
        return Reading(None)
    if text in ("midnight", "noon", "midday"):
        return Reading(time(12 if text != "midnight" else 0))
    if is_end_of_day(text):
        return Reading(time(0), f"‘{text}’ is the end of its day; beside a date it is read as that.")
    if is_missing_word(text):
        return missing(text)
    return _written_time(text)


def is_end_of_day(cell: Cell) -> bool:
    """24:00, as people write it and as a spreadsheet keeps it (one whole day)."""
    if isinstance(cell, timedelta):
        return cell == timedelta(days=1)
    return isinstance(cell, str) and _END_OF_DAY.fullmatch(cell.strip()) is not None


def _written_time(text: str) -> Reading[time]:
    bad: Reading[time] = Reading(None, f"‘{text}’ is not a time. Write it like 18:05.")
    if about := _ABOUT.match(text):
        return Reading(_written_time(text[about.end() :]).value, f"‘{text}’ is not an exact time.")
    if re.fullmatch(r"0?\.\d+", text):
        return clock(float(text))
    if bare := _BARE_CLOCK.fullmatch(text):
        hour, minute, second, half = int(bare[1]), int(bare[2]), 0, ""
    elif (match := _CLOCK.fullmatch(text)) and (match[2] or match[4]):
        hour, minute, second = int(match[1]), int(match[2] or 0), int(match[3] or 0)
        half = (match[4] or "")[:1]
    else:
        return bad
    if half and hour > 12:
        half = ""
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return Reading(time(hour, minute, second)) if hour < 24 and minute < 60 and second < 60 else bad
