"""Single cells before anybody knows what they mean: cleaned of what spreadsheets do to text, and their rough shape."""

from __future__ import annotations

import re

from kittiwake.ui.spreadsheets import PLAIN

_NUMBER = re.compile(r"[-+]?[\d,]*\.?\d+(?:e[-+]?\d+)?%?", re.IGNORECASE)
_DATE = re.compile(
    r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}|\d{1,4}(?:st|nd|rd|th)?[- ./]*[a-z]{3,9}[- .,/]*\d{1,4}|\d{8}(?!\d)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:am|pm|hrs?|h)?|\d{1,2}\s*(?:am|pm)", re.IGNORECASE
)


def clean(text: str) -> str:
    """The text with plain spaces, plain quotation marks and no invisible characters, and no space at either end."""
    return text.translate(PLAIN).strip() if not text.isascii() or not text.isprintable() else text.strip()


def first_shape(text: str) -> str:
    """‘number’, ‘date’, ‘time’, ‘words’ or ‘nothing’: what the text looks like before anything is known of it."""
    text = clean(text)
    if not text:
        return "nothing"
    if len(text) > 60:
        return "words"
    if _TIME.fullmatch(text):
        return "time"
    if _NUMBER.fullmatch(text):
        return "number"
    if len(text) < 40 and _DATE.match(text):
        return "date"
    return "words" if any(letter.isalpha() for letter in text) else "number"
