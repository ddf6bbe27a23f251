"""What a heading says, whatever it looks like: ‘DOB’, ‘date_of_birth’ and ‘Date of Birth:’ are the same words."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from kittiwake.exchange.reading.cells import clean

# Words that carry no meaning in a heading.
_FILLERS = frozenset(
    [
        "the",
        "of",
        "a",
        "an",
        "is",
        "was",
        "were",
        "to",
        "in",
        "on",
        "and",
        "or",
        "yn",
        "y",
        "n",
        "for",
        "be",
        "please",
        "s",
        "their",
        "they",
        "if",
        "any",
    ]
)
_EXPANSIONS = {
    "dob": "date birth", "pob": "place birth", "datetime": "date time", "dt": "date", "tm": "time",
    "ref": "reference", "refno": "reference", "no": "reference", "num": "reference", "number": "reference",
    "id": "reference", "identifier": "reference", "urn": "reference", "nr": "reference", "uid": "reference",
    "misper": "missing person", "mispers": "missing person", "missper": "missing person", "mp": "missing person",
    "mfh": "missing home", "lac": "looked after", "cla": "looked after", "cic": "looked after", "loc": "location",
    "addr": "address", "add": "address", "rpt": "reported", "rptd": "reported", "forenames": "forename",
    "fname": "forename", "firstname": "forename", "first": "forename", "given": "forename", "christian": "forename",
    "surnames": "surname", "lname": "surname", "lastname": "surname", "sname": "surname", "init": "initial",
    "recd": "received", "yrs": "years", "yr": "years", "curr": "current", "lvl": "level", "desc": "description", "yp": "young person", "cyp": "young person",
    "mins": "minutes", "min": "minutes", "hrs": "hours", "hr": "hours", "tl": "traced location",
    "mf": "missing from", "circs": "circumstances", "circumstance": "circumstances", "gender": "sex",
    "pcode": "postcode", "whereabouts": "location", "grading": "grade",
    "rating": "grade", "categorisation": "category", "classification": "category",
}  # fmt: skip
_TIME_WORDS = frozenset(["date", "time", "when", "day", "datetime", "timestamp"])
_UNIT_WORDS = {"minutes": "m", "hours": "h", "days": "d", "weeks": "w"}


@lru_cache(maxsize=4_096)
def heading_words(text: str) -> tuple[str, ...]:
    """The meaningful words of a heading, abbreviations written out."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", clean(text))
    plain = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", spaced.casefold()).replace("'s", "").replace("'", "")
    plain = re.sub(r"\(\s*y\s*/\s*n\s*\)", " ", plain)
    words = re.split(r"[^a-z0-9]+", plain)
    written_out = (w for word in words for w in _EXPANSIONS.get(word, word).split() if w not in _FILLERS)
    return tuple(dict.fromkeys(written_out))


@lru_cache(maxsize=4_096)
def glued(text: str) -> str:
    """The heading as it stands, without case, spaces and punctuation."""
    return re.sub(r"[^a-z0-9]+", "", clean(text).casefold())


@lru_cache(maxsize=4_096)
def without_time_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """‘Missing Date’, ‘Missing Time’ and ‘When Missing’ are all about ‘missing’."""
    return tuple(word for word in words if word not in _TIME_WORDS)


def names_a_time_only(words: tuple[str, ...]) -> bool:
    return "time" in words and "date" not in words


def unit_in(words: tuple[str, ...]) -> str:
    """The unit a heading names (m, h, d or w), or an empty string."""
    return next((_UNIT_WORDS[word] for word in words if word in _UNIT_WORDS), "")


def without_unit_words(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _UNIT_WORDS)


@lru_cache(maxsize=16_384)
def likeness(heading: tuple[str, ...], synonym: tuple[str, ...]) -> float:
    """From 0 to 1: the same words are 1, a heading that holds all of them is over 0.72, near spellings less."""
    if not heading or not synonym:
        return 0.0
    if sorted(heading) == sorted(synonym):
        return 1.0
    run_on, run_on_synonym = "".join(heading), "".join(synonym)
    if run_on == run_on_synonym:
        return 0.99
    if set(synonym) <= set(heading):
        return 0.72 + 0.25 * len(synonym) / len(heading)
    ratio = fuzz.token_sort_ratio(" ".join(heading), " ".join(synonym)) / 100
    ratio = max(ratio, fuzz.ratio(run_on, run_on_synonym) / 100)
    return 0.9 * ratio if ratio >= 0.8 else 0.0
