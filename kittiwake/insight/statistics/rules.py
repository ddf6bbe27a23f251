"""How published statistics say who, when and how much. Facts in, answers out.

Source: Department for Education, “Explore education statistics: conventions and symbols”, and the files themselves, read
in November 2026.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from statistics import median

# What stands in the place of a number, and never means nought.
MARKS = {
    "c": "hidden, because it is of few people",
    "z": "does not apply",
    "x": "not available",
    "k": "rounds to nought",
    "low": "rounds to nought",
    "u": "not reliable enough to publish",
    ":": "not available",
    "..": "not available",
    ".": "does not apply",
    "-": "not available",
    "~": "hidden, because it is of few people",
}
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = re.compile(r"((?:19|20)\d\d)[/-]?(\d\d)")
LONGEST = 20  # digits of a value, with those after the point


def value_or_mark(text: str) -> tuple[Decimal | None, str] | None:
    """(value, ""), (None, its mark), or None where it is neither. An empty cell is asked about by nobody."""
    plain = text.strip().replace(",", "")
    if plain.casefold() in MARKS:
        return None, plain.casefold()
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    if not value.is_finite() or abs(value) >= 10**15:
        return None
    return round(value, 6), ""


def period(text: str) -> str:
    """2025 stays, 202425, 2024/25 and 2024-25 are 202425; "" is no year. A year that does not follow is none."""
    plain = text.strip().removesuffix(".0")
    if _YEAR.fullmatch(plain):
        return plain
    years = _YEARS.fullmatch(plain)
    if years and (int(years[1]) + 1) % 100 == int(years[2]):
        return years[1] + years[2]
    return ""


def period_in_words(text: str, is_: str = "") -> str:
    """“2025”, “2024/25 (academic year)”"""
    named = f"{text[:4]}/{text[4:]}" if len(text) == 6 else text
    return f"{named} ({is_.lower()})" if is_ and is_ != "Reporting year" else named


def area_key(name: str) -> str:
    """A region is spelled in several ways: ‘Yorkshire and The Humber’, ‘YORKSHIRE AND THE HUMBER’."""
    return re.sub(r"[^a-z0-9]+", " ", name.casefold().replace("&", " and ")).strip()


def middle(values: Sequence[Decimal]) -> Decimal | None:
    return median(values) if values else None


def wrong_neighbours(value: str) -> str:
    codes = value.split()
    if wrong := [code for code in codes if not re.fullmatch(r"[0-9]{3}", code)]:
        return f"Enter three digits for each council, with spaces between: 370 841. ‘{wrong[0][:20]}’ is not three digits."
    return "Name each council once." if len(set(codes)) < len(codes) else ""
