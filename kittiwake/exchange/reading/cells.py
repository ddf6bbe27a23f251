"""Single cells before anybody knows what they mean: cleaned of what spreadsheets do to text, and their rough shape."""

from __future__ import annotations

import re

# What word processors and web pages put in place of plain characters. Column by column: found, kept.
_PLAIN = str.maketrans(
    {
        "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u3000": " ", "\u2028": "\n", "\u2029": "\n",
        "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None, "\u00ad": None,
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"',
        # The same marks when a Windows file was read as Latin-1 somewhere on its way to us.
        "\u0091": "'", "\u0092": "'", "\u0093": '"', "\u0094": '"', "\u0096": "–", "\u0097": "—",
        "\u200e": None, "\u200f": None, "\u202a": None, "\u202b": None, "\u202c": None, "\u202d": None,
        "\u202e": None, "\u2066": None, "\u2067": None, "\u2068": None, "\u2069": None,
        **{chr(code): None for code in range(32) if chr(code) not in "\t\n\r"},
    }
)  # fmt: skip
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
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
    return text.translate(_PLAIN).strip() if not text.isascii() or not text.isprintable() else text.strip()


def is_live(value: object) -> bool:
    """Would a spreadsheet take this text for a formula? Invisible characters in front do not make it safe."""
    if not isinstance(value, str) or not value:
        return False
    if value[0].isalnum():
        return False
    return value.startswith(_LIVE) or value.translate(_PLAIN).lstrip().startswith(_LIVE)


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
