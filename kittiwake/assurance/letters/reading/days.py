"""When inspectors were there, and when what they found was published."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_SPAN = re.compile(
    rf"\b{_DAY}(?: ({_MONTH}))?(?: (\d{{4}}))? ?(?:to|until|and|–|—|-) ?{_DAY} ({_MONTH}),? (\d{{4}})\b"
)
_ONE = re.compile(rf"\b{_DAY} ({_MONTH}),? (\d{{4}})\b")
_SAID = re.compile(
    r"\b(?:Inspection|Visit|Fieldwork) dates?: ?|\bDates? of (?:the )?(?:inspection|visit): ?", re.IGNORECASE
)
_IN_PROSE = re.compile(r"\b(?:visit|inspection)\b[^.]{0,160}? (?:on|from|between) (?=\d)", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:Report )?published:? (?:on )?", re.IGNORECASE)
Days = tuple[date | None, date | None]


def visited(front: str, opening: str) -> Days:
    """From the front page, or from what the letter opens with: "…the monitoring visit to … on 4 and 5 March 2026"."""
    for text, words in ((front, _SAID), (opening, _IN_PROSE), (front, _IN_PROSE)):
        for said in words.finditer(text):
            if days := _at(text[said.end() : said.end() + 80]):
                return days
    return None, None


def published(front: str) -> date | None:
    """As the front page says it; on a letter, the day it bears at its top."""
    for said in _PUBLISHED.finditer(front):
        if day := _ONE.match(front[said.end() :]):
            return _date(*day.groups())
    first = re.match(rf"\W*(?=\d{{1,2}} (?:{_MONTH}) \d{{4}}\b)", front)
    day = _ONE.match(front[first.end() :]) if first else None
    return _date(*day.groups()) if day else None


def _at(text: str) -> Days | None:
    if span := _SPAN.match(text):
        day, month, year, last_day, last_month, last_year = span.groups()
        last = _date(last_day, last_month, last_year)
        first = _date(day, month or last_month, year or last_year)
        return (first, last) if first and last and first <= last else None
    if day := _ONE.match(text):
        return (_date(*day.groups()),) * 2
    return None


def _date(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:  # the 31st of a month that has none
        return None
