"""Cells that hold one of a few words: yes or no, sex, grade of risk. Many spellings, few meanings."""

from __future__ import annotations

import re
from functools import lru_cache

from kittiwake.exchange.reading.cells import clean
from kittiwake.exchange.reading.tables import Cell
from kittiwake.exchange.reading.values import Reading, as_text, is_missing_word, missing

# ‘b) No’, ‘1 - Yes’, ‘2: Female’: a list's own letter or number in front of the word.
_PREFIX = re.compile(r"\(?[a-z0-9]{1,2}\s*[).:–-]\s*(?=\w{2,})")

YES = frozenset(
    [
        "yes",
        "y",
        "true",
        "t",
        "1",
        "-1",
        "yeah",
        "yep",
        "✓",
        "✔",
        "x",
        "checked",
        "ticked",
        "agreed",
        "confirmed",
        "present",
    ]
)
NO = frozenset(
    [
        "no",
        "n",
        "false",
        "f",
        "0",
        "not",
        "never",
        "none",
        "nope",
        "✗",
        "✘",
        "unchecked",
        "unticked",
        "absent",
    ]
)
NOT_KNOWN = frozenset(["u unknown not known not recorded not stated nk n/k unsure don't know dk c"])

SEXES = {
    "male": "male", "m": "male", "1": "male", "boy": "male", "man": "male",
    "female": "female", "f": "female", "2": "female", "girl": "female", "woman": "female",
    "u": "unknown", "0": "unknown", "9": "unknown", "i": "unknown", "unborn": "unknown", "unknown": "unknown",
    "not known": "unknown", "not stated": "unknown", "not recorded": "unknown", "not specified": "unknown",
    "unspecified": "unknown", "withheld": "unknown", "indeterminate": "unknown", "not stated/recorded": "unknown",
    "neither": "neither", "non-binary": "neither", "non binary": "neither", "x": "neither", "other": "neither",
    "intersex": "neither",
}  # fmt: skip

# College of Policing, Missing persons APP, risk levels (read 2026); ‘absent’ was a category from 2013 to 2016.
GRADES = {
    "high": "high", "h": "high", "hi": "high", "very high": "high", "red": "high",
    "medium": "medium", "med": "medium", "m": "medium", "moderate": "medium", "standard": "medium", "amber": "medium",
    "low": "low", "l": "low", "lo": "low", "green": "low",
    "no apparent risk": "no_apparent_risk", "nar": "no_apparent_risk", "no risk": "no_apparent_risk",
    "no apparent": "no_apparent_risk", "very low": "no_apparent_risk",
    "absent": "absent", "a": "absent", "absence": "absent",
}  # fmt: skip
_GRADE_WORD = re.compile(r"\b(no apparent risk|absent|very high|high|medium|low)\b")


def _word(cell: Cell) -> str:
    text = " ".join(as_text(cell).casefold().split()).strip(" .*'\"")
    prefix = _PREFIX.match(text)
    return text[prefix.end() :] if prefix else text


@lru_cache(maxsize=8_192, typed=True)
def yes_no(cell: Cell) -> Reading[bool]:
    """Yes, no, or None with a note. ‘Yes - see notes’ is yes; anything else that is not plainly either is doubted."""
    if isinstance(cell, bool):
        return Reading(cell)
    word = _word(cell)
    if not word:
        return Reading(None)
    first = re.split(r"[\s,;:(–-]", word, maxsplit=1)[0] or word
    if word in NOT_KNOWN or (is_missing_word(word) and word not in NO | YES):
        return missing(clean(str(cell)))
    if word in YES or first in ("yes", "y", "true"):
        return Reading(True)
    if word in NO or first in ("no", "n", "false"):
        return Reading(False)
    return Reading(None, f"‘{as_text(cell)}’ is neither yes nor no.")


@lru_cache(maxsize=8_192, typed=True)
def sex(cell: Cell) -> Reading[str]:
    """‘female’, ‘male’, ‘neither’ or ‘unknown’, from words, letters or census numbers (1, 2, 0, 9)."""
    word = _word(cell)
    if not word:
        return Reading(None)
    if plain := SEXES.get(word) or SEXES.get(re.split(r"\s*[/(]", word, maxsplit=1)[0]):
        return Reading(plain)
    if is_missing_word(word):
        return Reading("unknown")
    return Reading(None, f"‘{as_text(cell)}’ is not a sex we know. Use Female, Male, Neither or Not known.")


@lru_cache(maxsize=8_192, typed=True)
def grade(cell: Cell) -> Reading[str]:
    """A police grade of risk: ‘high’, ‘medium’, ‘low’, ‘no_apparent_risk’ or, in older lists, ‘absent’."""
    word = re.sub(r"[^a-z ]+", " ", _word(cell)).strip()
    word = " ".join(word.replace("risk level", "").replace("graded", "").split())
    if not word:
        return Reading(None) if not as_text(cell) else _not_a_grade(cell)
    plain = GRADES.get(word) or GRADES.get(word.removesuffix(" risk"))
    if plain:
        return Reading(plain)
    grade_words = set(_GRADE_WORD.findall(word))
    if len(grade_words) == 1:
        only = GRADES[grade_words.pop()]
        return Reading(only, f"‘{as_text(cell)}’ was read as {only.replace('_', ' ')}.")
    if is_missing_word(word):
        return missing(as_text(cell))
    return _not_a_grade(cell)


def _not_a_grade(cell: Cell) -> Reading[str]:
    if is_missing_word(as_text(cell)):
        return missing(as_text(cell))
    return Reading(
        None, f"‘{as_text(cell)}’ is not a grade of risk. Use High, Medium, Low or No apparent risk."
    )
