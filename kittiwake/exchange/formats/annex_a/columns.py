"""What stands in each kind of column of Ofsted's lists: how a cell is read, and how our own workbook writes it.

Both ways stand beside each other here, so that what is written is read again as the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kittiwake.exchange.formats.annex_a import care, cases, leavers, people, placed
from kittiwake.exchange.formats.annex_a.codes import Code, Vocabulary
from kittiwake.exchange.reading import dates, values
from kittiwake.exchange.reading.export_safety import neutral
from kittiwake.exchange.reading.tables import Cell
from kittiwake.exchange.reading.values import Reading, is_missing_word, missing

Reader = Callable[[Cell], Reading[Any]]
Written = str | int | date | None
Writer = Callable[[Any], Written]

# As the workbook of the guidance shows its cells.
PLAIN, WHOLE, DATE = "General", "0", "mm-dd-yy"
LONGEST_NUMBER = 15  # digits: a spreadsheet keeps no more of a number


@dataclass(frozen=True, slots=True)
class Kind:
    """`format` is how the spreadsheet shows the cell."""

    read: Reader
    write: Writer
    format: str = PLAIN


def _coded(vocabulary: Vocabulary, format_: str = PLAIN) -> Kind:
    """The code itself. What says only the group is written as the group's words."""

    def write(code: Code | None) -> Written:
        return (vocabulary.write(code.code) or _words(code.code)) if code else None

    return Kind(vocabulary.read, write, format_)


def _grouped(vocabulary: Vocabulary, format_: str = PLAIN) -> Kind:
    """The group that the code is counted in."""

    def read(cell: Cell) -> Reading[Any]:
        reading = vocabulary.read(cell)
        return Reading(reading.value.group) if reading.value else Reading(None, reading.doubt)

    def write(group: str | None) -> Written:
        return (vocabulary.write(group) or _words(group)) if group else None

    return Kind(read, write, format_)


def _words(code: str) -> str:
    return neutral(code.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class Answers:
    yes: str
    no: str
    unknown: str | None = None


PLAINLY, LETTERED = Answers("Yes", "No"), Answers("a) Yes", "b) No")
WITH_UNKNOWN = Answers("a) Yes", "b) No", "c) Unknown")
SUITS = Answers("a) Suitable", "b) Not suitable")


def _truth(vocabulary: Vocabulary, answers: Answers, yes: str = "yes", no: str = "no") -> Kind:
    def read(cell: Cell) -> Reading[Any]:
        reading = vocabulary.read(cell)
        return Reading(
            {yes: True, no: False}.get(reading.value.code) if reading.value else None, reading.doubt
        )

    def write(answer: bool | None) -> Written:
        return answers.unknown if answer is None else answers.yes if answer else answers.no

    return Kind(read, write)


def label(cell: Cell) -> Reading[str]:
    """A team, a worker or an organisation: one line, plain spaces. ‘#N/A’ is nobody."""
    text, doubt = values.plain_text(cell)
    return Reading(" ".join(text.split()) if text else None, doubt)


def authority(cell: Cell) -> Reading[str]:
    """A council's name without what it calls itself, or its code: ‘LONDON BOROUGH OF SUTTON’ is Sutton."""
    text = values.as_text(cell)
    if is_missing_word(text):
        return missing(text)
    kept = _COUNCIL_WORDS.sub(" ", text)
    plain = " ".join(kept.replace("&", "and").split()).strip(" ,.-")
    return Reading(
        (plain.title() if plain.isupper() and len(plain) > 3 and plain.isalpha() else plain) or None
    )


_COUNCIL_WORDS = re.compile(
    r"\b(?:london|royal) borough of\b|\bcity of(?!\s+london)\b|\b(?:county|borough|city|district|metropolitan|london) "
    r"(?:borough |district )?council\b|\b(?:council|london boro(?:ugh)?|local authority|county|district|mbc|mdc|cc|ua)\b"
    r"|\((?:b|met county)\)|\bchild placed in\b",
    re.IGNORECASE,
)


def number_or_text(value: str | None) -> Written:
    """A number as one, unless its zeros or its last digits would be lost by it."""
    if value and value.isascii() and value.isdigit() and value[0] != "0" and len(value) <= LONGEST_NUMBER:
        return int(value)
    return neutral(value) or None


def text(value: str | None) -> Written:
    return neutral(value) or None


def as_it_is(value: Any) -> Written:
    written: Written = value
    return written


KINDS: dict[str, Kind] = {
    "id": Kind(values.identifier, number_or_text, WHOLE),
    "urn": Kind(values.identifier, text),
    "date": Kind(dates.day, as_it_is, DATE),
    "count": Kind(values.count, as_it_is, WHOLE),
    "age": Kind(values.age, as_it_is, WHOLE),
    "label": Kind(label, text),
    "postcode": Kind(values.postcode, text),
    "authority": Kind(authority, text),
    "yes_no": _truth(people.YES_NO, PLAINLY),
    "yes_no_lettered": _truth(people.YES_NO, LETTERED),
    "gender": _grouped(people.GENDER, WHOLE),
    "ethnicity": _coded(people.ETHNICITY, WHOLE),
    "disability": _truth(people.DISABILITY, WITH_UNKNOWN),
    "source": _coded(cases.SOURCE),
    "nfa": _truth(people.NO_FURTHER_ACTION, PLAINLY),
    "seen": _truth(people.SEEN, PLAINLY),
    "seen_lettered": _truth(people.SEEN, WITH_UNKNOWN),
    "need": _coded(cases.NEED),
    "closure": _coded(cases.CLOSURE),
    "status": _grouped(people.CASE_STATUS),
    "abuse": _coded(cases.ABUSE),
    "unaccompanied": _truth(people.UNACCOMPANIED, LETTERED),
    "legal": _coded(care.LEGAL_STATUS),
    "permanence": _coded(care.PERMANENCE),
    "ceased": _coded(care.CEASED),
    "placement": _coded(placed.PLACEMENT),
    "provider": _coded(placed.PROVIDER),
    "location": _grouped(placed.LOCATION),
    "offered": _truth(people.OFFERED, LETTERED),
    "accepted": _truth(people.ACCEPTED, LETTERED),
    "eligibility": _grouped(leavers.ELIGIBILITY),
    "in_touch": _coded(leavers.IN_TOUCH),
    "accommodation": _coded(leavers.ACCOMMODATION),
    "activity": _coded(leavers.ACTIVITY),
    "suitable": _truth(leavers.SUITABILITY, SUITS, "suitable", "unsuitable"),
    "no_longer": _coded(care.NO_LONGER),
}
