"""A layout: the fields we hope to find in a kind of list, and the ways people head them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kittiwake.exchange.reading import dates, moments, values, words
from kittiwake.exchange.reading.headings import glued, heading_words
from kittiwake.exchange.reading.tables import Cell
from kittiwake.exchange.reading.values import Reading


class FieldKind(StrEnum):
    """What a field holds, and so how its cells are read. The Python type of a reading's value is named beside it."""

    REFERENCE = "reference"  # str
    NAME = "name"  # str
    FULL_NAME = "full name"  # tuple[str, str]: forenames, surname
    DATE = "date"  # datetime.date
    MOMENT = "moment"  # moments.Moment
    SEX = "sex"  # str: female, male, neither, unknown
    GRADE = "grade"  # str: high, medium, low, no_apparent_risk, absent
    YES_NO = "yes or no"  # bool
    AGE = "age"  # int
    COUNT = "count"  # int
    DURATION = "length of time"  # datetime.timedelta
    POSTCODE = "postcode"  # str
    TEXT = "text"  # str


READERS: dict[FieldKind, Callable[[Cell], Reading[Any]]] = {
    FieldKind.REFERENCE: values.identifier,
    FieldKind.NAME: values.name,
    FieldKind.FULL_NAME: values.full_name,
    FieldKind.DATE: dates.day,
    FieldKind.MOMENT: moments.moment,
    FieldKind.SEX: words.sex,
    FieldKind.GRADE: words.grade,
    FieldKind.YES_NO: words.yes_no,
    FieldKind.AGE: values.age,
    FieldKind.COUNT: values.count,
    FieldKind.DURATION: values.duration,
    FieldKind.POSTCODE: values.postcode,
    FieldKind.TEXT: values.plain_text,
}


@dataclass(frozen=True, slots=True)
class Target:
    """One field. Synonyms are headings seen or likely; for moments they leave out the words date and time."""

    field: str
    title: str
    kind: FieldKind
    synonyms: tuple[str, ...]
    required: bool = False

    def headings(self) -> tuple[tuple[str, ...], ...]:
        return tuple(heading_words(synonym) for synonym in (self.title, *self.synonyms))

    def spellings(self) -> frozenset[str]:
        return frozenset(glued(synonym) for synonym in (self.title, *self.synonyms))


@dataclass(frozen=True, slots=True)
class Layout:
    """The fields of one kind of list. `key` is stored with remembered mappings and never changes its meaning."""

    key: str
    title: str
    targets: tuple[Target, ...]

    def target(self, field: str) -> Target:
        return next(target for target in self.targets if target.field == field)
