"""Terms and days as they are typed, a line each.

A school year runs from 1 August, the day on which an academic year begins in the Education Act 1996, section 579(1) (“school year”
begins with the first school term after July).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from kittiwake.time.calendar import SATURDAY
from kittiwake.time.moments import in_words
from kittiwake.time.school import Term
from kittiwake.ui.typed_dates import Unreadable, parse_date

BEGINS_IN = 8
BETWEEN = re.compile(r"\s+(?:to|until)\s+|\s*[–—]\s*|\s+-\s+")
WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?,?\s+", re.IGNORECASE)


class NotRead(ValueError):
    """Says which line cannot be read, and how to write it."""


def read_terms(text: str) -> list[Term]:
    return [_term(line) for line in _lines(text)]


def _term(line: str) -> Term:
    parts = BETWEEN.split(line)
    if len(parts) != 2:
        raise NotRead(
            f"Write each term as two days, like “2 September 2026 to 23 October 2026”. This one is not: {line}"
        )
    return Term(read_day(parts[0]), read_day(parts[1]))


def read_days(text: str) -> list[date]:
    return sorted({read_day(line) for line in _lines(text)})


def read_day(text: str) -> date:
    try:
        return parse_date(WEEKDAY.sub("", " ".join(text.split())))
    except Unreadable as problem:
        raise NotRead(
            f"Write each day like 2 September 2026. This one cannot be read: {text.strip()}"
        ) from problem


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def school_year(day: date) -> int:
    """2026 for a day in 2026 to 2027."""
    return day.year if day.month >= BEGINS_IN else day.year - 1


def year_of(terms: Iterable[Term]) -> int | None:
    """The school year that all of them are in; none where they are in several."""
    years = {school_year(day) for term in terms for day in (term.first, term.last)}
    return years.pop() if len(years) == 1 else None


def outside(terms: Iterable[Term], days: Iterable[date]) -> date | None:
    """The first day that is in no term, or on a weekend."""
    spans = list(terms)
    return next((day for day in days if day.weekday() >= SATURDAY or not _in_any(spans, day)), None)


def _in_any(terms: Iterable[Term], day: date) -> bool:
    return any(term.first <= day <= term.last for term in terms)


def written(terms: Iterable[Term]) -> str:
    return "\n".join(f"{in_words(term.first)} to {in_words(term.last)}" for term in terms)
