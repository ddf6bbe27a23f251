"""Whether two records may be one child. A verdict is a candidate for a person to look at; nothing is joined here.

The order of weight is the sector's: a shared number first, then name and birth date together, then name and birth
date each allowing for how people mistype and mishear. A name alone, or a birth date alone, is never enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from kittiwake.record.matching.diminutives import are_forms_of_one_name
from kittiwake.record.matching.names import parts

NUMBERS = {
    "nhs": "NHS number",
    "upn": "UPN",
    "council": "council ID",
    "former": "former council ID",
    "police": "police person reference",
}
# A child has one NHS number for life. UPNs and council IDs do get issued twice, so a difference says little.
FOR_LIFE = "nhs"

SHORTEST_MISSPELLING = 4
ALIKE = 0.92


# Words of the forenames and of the surname.
FullName = tuple[tuple[str, ...], tuple[str, ...]]


class Verdict(StrEnum):
    SAME_IDENTIFIERS = "same identifiers"
    SAME_NAME_AND_BIRTH = "same name and birth date"
    LIKELY = "likely"
    POSSIBLE = "possible"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Known:
    """What one record says of a child. `also` holds other names: aliases, spellings, a surname at birth.

    `numbers` maps a kind ("nhs", "upn", "council", "former", "police") to the number in its stored form.
    """

    forenames: str = ""
    surname: str = ""
    born_on: date | None = None
    numbers: dict[str, str] = field(default_factory=dict)
    also: tuple[tuple[str, str], ...] = ()

    def names(self) -> Iterator[FullName]:
        for forenames, surname in ((self.forenames, self.surname), *self.also):
            yield parts(forenames), parts(surname)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict, and why in plain English. Reasons never repeat a name, a date or a number."""

    verdict: Verdict
    reasons: list[str]


class Fit(IntEnum):
    """How two names, or two parts of a name, fit; more is better."""

    DIFFERENT = 0
    UNKNOWN = 1
    PART = 2
    CLOSE = 3
    FORM = 4
    SAME = 5


class Birth(StrEnum):
    SAME = "Same birth date"
    SWAPPED = "Day and month of birth are swapped"
    ONE_DIGIT = "One number of the birth date differs"
    UNKNOWN = "Birth date is not known on both records"
    DIFFERENT = "Birth dates differ"


def compare(one: Known, other: Known) -> Comparison:
    """How alike two records are. The order of the two makes no difference."""
    shared = [
        kind for kind in NUMBERS if one.numbers.get(kind) and one.numbers.get(kind) == other.numbers.get(kind)
    ]
    name, name_reason = _best_name(one, other)
    birth = _birth(one.born_on, other.born_on)
    reasons = [f"Same {NUMBERS[kind]}" for kind in shared] + [name_reason, birth.value]
    if shared:
        return Comparison(Verdict.SAME_IDENTIFIERS, reasons)
    verdict = _verdict(name, birth)
    mine, theirs = one.numbers.get(FOR_LIFE), other.numbers.get(FOR_LIFE)
    if mine and theirs:
        reasons.append("Different NHS numbers")
        verdict = Verdict.DIFFERENT if verdict is Verdict.DIFFERENT else Verdict.POSSIBLE
    return Comparison(verdict, reasons)


def _verdict(name: Fit, birth: Birth) -> Verdict:
    slipped = birth in (Birth.SWAPPED, Birth.ONE_DIGIT)
    if birth is Birth.DIFFERENT or name < Fit.PART:
        return Verdict.DIFFERENT
    if name is Fit.PART:
        return Verdict.POSSIBLE if birth is Birth.SAME else Verdict.DIFFERENT
    if name is Fit.SAME:
        return (
            Verdict.SAME_NAME_AND_BIRTH
            if birth is Birth.SAME
            else Verdict.LIKELY
            if slipped
            else Verdict.POSSIBLE
        )
    return Verdict.LIKELY if birth is Birth.SAME else Verdict.POSSIBLE


def _best_name(one: Known, other: Known) -> tuple[Fit, str]:
    """The best fit between any name of one and any name of the other, and what to say of it."""
    tried = [_name(mine, theirs) for mine, theirs in product(one.names(), other.names())]
    fit, reason = max(tried)
    by_other_name = fit > tried[0][0]
    return fit, f"{reason}, by another name on record" if by_other_name else reason


def _name(one: FullName, other: FullName) -> tuple[Fit, str]:
    first, last = _words(one[0], other[0]), _words(one[1], other[1])
    straight = min(first, last)
    swapped = min(_words(one[0], other[1]), _words(one[1], other[0]))
    if straight is not Fit.SAME and _in_other_order(one, other):
        if len(one[0] + one[1]) == 1:
            return Fit.PART, "Only one name is known, and it is the same"
        return Fit.FORM, "Same names in a different order"
    if swapped >= Fit.CLOSE and swapped > straight:
        return min(swapped, Fit.FORM), "First name and surname are swapped"
    if straight is Fit.SAME:
        return Fit.SAME, "Same name"
    if straight is Fit.FORM:
        return Fit.FORM, "Forms of the same name"
    if straight is Fit.CLOSE:
        return Fit.CLOSE, "Names are spelled slightly differently"
    if first >= (Fit.CLOSE if last is Fit.UNKNOWN else Fit.FORM):
        return Fit.PART, "First names fit, and surname differs or is not known"
    if last >= Fit.CLOSE and first is Fit.UNKNOWN:
        return Fit.PART, "Surnames fit, and first name is not known"
    if last >= Fit.FORM:
        return Fit.DIFFERENT, "Same surname and different first names, as twins have"
    unknown = first is last is Fit.UNKNOWN
    return Fit.DIFFERENT, "Names are not known on both records" if unknown else "Names differ"


@lru_cache(maxsize=100_000)
def _words(one: tuple[str, ...], other: tuple[str, ...]) -> Fit:
    """How two forenames, or two surnames, fit."""
    if not one or not other:
        return Fit.UNKNOWN
    if "".join(one) == "".join(other):
        return Fit.SAME
    if set(one) <= set(other) or set(other) <= set(one):
        return Fit.FORM  # a middle name left out, or one half of a double surname
    if are_forms_of_one_name(one[0], other[0]) or _is_initial(one[0], other[0]):
        return Fit.FORM
    return (
        Fit.CLOSE
        if _misspelled("".join(one), "".join(other)) or _misspelled(one[0], other[0])
        else Fit.DIFFERENT
    )


def _in_other_order(one: FullName, other: FullName) -> bool:
    words = sorted(one[0] + one[1])
    return bool(words) and words == sorted(other[0] + other[1])


def _is_initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _misspelled(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORTEST_MISSPELLING:
        return False
    return DamerauLevenshtein.distance(one, other) <= 1 or JaroWinkler.similarity(one, other) >= ALIKE


def _birth(one: date | None, other: date | None) -> Birth:
    if one is None or other is None:
        return Birth.UNKNOWN
    if one == other:
        return Birth.SAME
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return Birth.SWAPPED
    differing = sum(mine != theirs for mine, theirs in zip(one.isoformat(), other.isoformat(), strict=True))
    return Birth.ONE_DIGIT if differing == 1 else Birth.DIFFERENT


@lru_cache(maxsize=10_000)
def births_that_fit(born_on: date) -> frozenset[date]:
    """Every birth date that this one may be, mistyped: those that `compare` does not call different."""
    written = born_on.isoformat()
    one_digit = (
        written[:place] + digit + written[place + 1 :]
        for place, was in enumerate(written)
        if was != "-"
        for digit in "0123456789"
    )
    swapped = f"{born_on.year:04}-{born_on.day:02}-{born_on.month:02}"
    return frozenset(day for text in (*one_digit, swapped) if (day := _day(text)))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
