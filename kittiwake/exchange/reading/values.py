"""What one cell says: a value, and where there is doubt, a sentence about it.

`Reading(None, "")` is an empty cell. `Reading(None, sentence)` is a cell that says something we cannot use, or a
word for ‘not known’. `Reading(value, sentence)` is a value that a person should look at before it is believed.
Sentences name what the cell says; the list, row and column are added by whoever knows them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from kittiwake.exchange.reading.cells import clean
from kittiwake.exchange.reading.tables import Cell

T = TypeVar("T")

# What people and systems write when they mean that nothing is known. Compared without case, spaces or full stops.
MISSING_WORDS = frozenset(
    [
        "n/a",
        "na",
        "n/k",
        "nk",
        "nan",
        "null",
        "nil",
        "none",
        "nope",
        "not applicable",
        "not known",
        "not recorded",
        "not stated",
        "not available",
        "unknown",
        "unkown",
        "unk",
        "tbc",
        "tba",
        "to be confirmed",
        "to follow",
        "awaited",
        "pending",
        "no data",
        "no information",
        "not given",
        "not yet known",
        "not yet obtained",
        "unspecified",
        "blank",
        "none recorded",
        "none known",
        "not held",
        "no value",
        "<na>",
        "pd/na",
        "(null)",
        "(blank)",
        "<unknown>",
        "<none>",
        "#n/a",
        "#ref!",
        "#value!",
        "#name?",
        "#div/0!",
        "#num!",
        "#null!",
        "#spill!",
        "#calc!",
        "#multivalue",
    ]
)
_PUNCTUATION_ONLY = re.compile(r"[\W_x]+", re.IGNORECASE)
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")  # how a workbook writes what XML cannot hold
_COUNT = re.compile(r"(-?\d[\d,]*)(?:\.0+)?")
_POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})?")
_SPELT_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(w|d|h|m|s)[a-z]*", re.IGNORECASE)
_CLOCK_DURATION = re.compile(r"(\d{1,4}):(\d{2})(?::(\d{2}))?")
UNITS = {"w": timedelta(weeks=1), "d": timedelta(days=1), "h": timedelta(hours=1)}
UNITS |= {"m": timedelta(minutes=1), "s": timedelta(seconds=1)}


class Reading(NamedTuple, Generic[T]):
    value: T | None
    doubt: str = ""


def as_text(cell: Cell) -> str:
    """The cell as a person would type it: 7974183.0 is 7974183, a date is 2025-03-09."""
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e22:
        return f"{cell:.0f}"
    if isinstance(cell, float):
        return f"{cell:.12g}"
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


@lru_cache(maxsize=16_384)
def is_missing_word(text: str) -> bool:
    """Is this a way to say that nothing is known? Also a lone dash, question mark, or a row of crosses."""
    plain = " ".join(clean(text).casefold().rstrip(".").replace(".", "/").split())
    return plain in MISSING_WORDS or bool(text and _PUNCTUATION_ONLY.fullmatch(plain))


def missing(text: str) -> Reading[T]:
    return Reading(None, f"‘{text}’ was read as ‘not known’.")


def plain_text(cell: Cell) -> Reading[str]:
    """Free text, with its line breaks. Text that starts like a formula stays text and is pointed out."""
    text = as_text(cell)
    if not text:
        return Reading(None)
    if len(text) < 24 and is_missing_word(text):
        return missing(text)
    if "\ufffd" in text:
        return Reading(
            text, f"‘{_short(text)}’ holds a letter that could not be read. Check it against the original."
        )
    if _ESCAPED.search(text):
        return Reading(
            text,
            f"‘{_short(text)}’ holds a letter that a spreadsheet could not write. Check it against the original.",
        )
    if text[0] in "=@":
        return Reading(text, f"‘{_short(text)}’ starts like a spreadsheet formula. It is kept as plain text.")
    return Reading(text)


def name(cell: Cell) -> Reading[str]:
    """A person’s name. WILSON becomes Wilson, O'BRIEN O'Brien, MCKAY McKay; a name in mixed case is left alone."""
    text, doubt = plain_text(cell)
    if text is None:
        return Reading(None, doubt)
    text = " ".join(text.split())
    if any(letter.isdigit() for letter in text):
        doubt = doubt or f"‘{_short(text)}’ has a number in it, which is unusual for a name."
    return Reading(_tidied(text) if text.isupper() or text.islower() else text, doubt)


def _tidied(text: str) -> str:
    if len(text) == 2 and not set(text.casefold()) & set("aeiouy"):
        return text.upper()
    parts = re.split(r"([\s'’.-]+)", text)
    return "".join(_capital(part) for part in parts)


def _capital(part: str) -> str:
    if part[:2].casefold() == "mc" and len(part) > 3:
        return "Mc" + part[2:].capitalize()
    return part.capitalize() if part != "S" else part


def full_name(cell: Cell) -> Reading[tuple[str, str]]:
    """(forenames, surname) from one cell: ‘WILSON, Gerald’, ‘Gerald WILSON’ or ‘Gerald Wilson’."""
    text, doubt = plain_text(cell)
    if text is None:
        return Reading(None, doubt)
    before, comma, after = text.partition(",")
    if comma:
        return Reading((name(after).value or "", name(before).value or ""), doubt)
    words = text.split()
    shouted = [word for word in words if word.isupper() and len(word) > 1]
    if shouted and len(shouted) < len(words):
        given = " ".join(word for word in words if word not in shouted)
        return Reading((name(given).value or "", name(" ".join(shouted)).value or ""), doubt)
    if len(words) == 1:
        return Reading(("", name(text).value or ""), f"‘{text}’ is one word; it was read as the surname.")
    if len(words) > 2 or shouted:
        doubt = doubt or f"‘{text}’: the last word was read as the surname."
    return Reading((name(" ".join(words[:-1])).value or "", name(words[-1]).value or ""), doubt)


def usual_length(cells: Iterable[Cell]) -> int:
    """How many digits the column's numbers always have, or 0 when they need not have the same.

    Running numbers come in several lengths by nature. Only a number that still has its leading zero shows that the
    column is meant to have a fixed length, so at least one must, beside three in five of that length.
    """
    texts = [text for cell in cells if (text := as_text(cell)).isdigit()]
    if not texts:
        return 0
    length, times = Counter(map(len, texts)).most_common(1)[0]
    has_leading_zero = any(text[0] == "0" and len(text) == length for text in texts)
    return length if has_leading_zero and times >= 0.6 * len(texts) else 0


def identifier(cell: Cell, digits: int = 0) -> Reading[str]:
    """A reference, kept as text. `digits` is the column's `usual_length`, by which a lost leading zero shows."""
    text, doubt = plain_text(cell)
    if text is None:
        return Reading(None, doubt)
    if not text.isalnum():
        text = " ".join(text.split())
    if ("+" in text and "e+" in text.casefold()) or (isinstance(cell, float) and not cell.is_integer()):
        return Reading(text, f"‘{text}’ is a number that a spreadsheet has shortened; its digits are lost.")
    if isinstance(cell, float) and abs(cell) >= 1e15:
        return Reading(
            text, f"‘{text}’ has more digits than a spreadsheet keeps; the last ones may be wrong."
        )
    if digits and text.isdigit() and len(text) < digits:
        return Reading(text, f"‘{text}’ is shorter than the rest; zeros in front may have been lost.")
    return Reading(text, doubt)


def postcode(cell: Cell) -> Reading[str]:
    """A postcode in capitals with one space, or its outward half alone."""
    text, doubt = plain_text(cell)
    if text is None:
        return Reading(None, doubt)
    match = _POSTCODE.fullmatch(re.sub(r"[\s.]+", "", text).upper())
    if not match:
        return Reading(None, f"‘{_short(text)}’ is not a postcode.")
    return Reading(f"{match[1]} {match[2]}" if match[2] else match[1])


@lru_cache(maxsize=16_384, typed=True)
def count(cell: Cell) -> Reading[int]:
    """A whole number, nought or more."""
    text, doubt = plain_text(cell)
    if text is None:
        return Reading(None, doubt)
    match = _COUNT.fullmatch(text)
    if not match or len(text) > 12:
        return Reading(None, f"‘{_short(text)}’ is not a whole number.")
    number = int(match[1].replace(",", ""))
    return Reading(number) if number >= 0 else Reading(None, f"‘{text}’ is less than nought.")


@lru_cache(maxsize=16_384, typed=True)
def age(cell: Cell) -> Reading[int]:
    """Age in whole years, rounded down, from 0 to 120. ‘6.23’ is 6; ‘15 yrs’ is 15."""
    text, doubt = plain_text(cell)
    if text is None:
        return Reading(None, doubt)
    if text.startswith("-"):
        return Reading(None, f"‘{text}’ is less than nought; the child may not have been born yet.")
    match = re.fullmatch(r"(\d{1,3})(?:\.\d+)?\s*(?:y|yr|yrs|years?)?(?: old)?\.?", text, re.IGNORECASE)
    if not match or int(match[1]) > 120:
        return Reading(None, f"‘{_short(text)}’ is not an age in years.")
    return Reading(int(match[1]))


@lru_cache(maxsize=16_384, typed=True)
def duration(cell: Cell, unit: str = "") -> Reading[timedelta]:
    """How long something took. A bare number is counted in `unit`: w, d, h, m or s, as the heading says."""
    if isinstance(cell, timedelta):
        return Reading(cell)
    if isinstance(cell, time):
        return Reading(timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second))
    text, doubt = plain_text(cell)
    if text is None:
        return Reading(None, doubt)
    if match := _CLOCK_DURATION.fullmatch(text):
        return Reading(timedelta(hours=int(match[1]), minutes=int(match[2]), seconds=int(match[3] or 0)))
    if re.fullmatch(r"\d{1,7}(?:\.\d+)?", text):
        return Reading(float(text) * UNITS[unit]) if unit in UNITS else _unit_missing(text)
    spelt = _SPELT_DURATION.findall(text[:60])
    if not spelt or re.search(r"\d", _SPELT_DURATION.sub("", text)):
        return Reading(None, f"‘{_short(text)}’ is not a length of time.")
    return Reading(sum((float(n) * UNITS[u.casefold()] for n, u in spelt if len(n) < 8), timedelta()))


def _unit_missing(text: str) -> Reading[timedelta]:
    return Reading(None, f"‘{text}’ does not say whether it is minutes, hours or days.")


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
