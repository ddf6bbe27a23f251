"""Councils, which of them adjoin, and how far away a child is placed.

Two different tests that are easily taken for one:

- *out of area*: the placement is not in the area of the council responsible for the child. This is what the
  looked-after children return codes as OUT.
- *at a distance*: out of area and not in the area of a council that adjoins it either. A placement like that needs
  the director of children's services to approve it: Care Planning, Placement and Case Review (England) Regulations
  2010, reg 11, as amended in 2013.

Functions take the tables as arguments. Where something is not known they answer None, and never guess.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib import resources
from math import hypot

# What the return writes for a placement's council outside England: Scotland, Wales, Northern Ireland, outside the
# United Kingdom, and a place that is confidential.
OUTSIDE_ENGLAND = frozenset({"SCO", "WAL", "NIR", "NUK"})
CONFIDENTIAL = "CON"

# The return's own arithmetic for miles.
METRES_IN_KM = 1000
KM_IN_A_MILE = 1.6093
UNKNOWN_MILES = Decimal("999.9")
DOUBTFUL_MILES = Decimal(350)

AUTHORITY_COLUMNS = ("code", "ons_code", "name", "region", "starts_on", "ends_on", "replaced_by")
ADJOINING_COLUMNS = ("code", "adjoins")


class NotReadable(ValueError):
    """A table that somebody gave cannot be used. The message is one sentence saying where and why."""


@dataclass(frozen=True, slots=True)
class Authority:
    """A council with its Department for Education code. `ends_on` is the day its successors took over."""

    code: str
    ons_code: str
    name: str
    region: str
    starts_on: date | None = None
    ends_on: date | None = None
    replaced_by: tuple[str, ...] = ()

    def exists(self, on: date) -> bool:
        return (self.starts_on is None or self.starts_on <= on) and (
            self.ends_on is None or on < self.ends_on
        )


@dataclass(frozen=True, slots=True)
class GridPoint:
    """Ordnance Survey easting and northing, in metres."""

    easting: float
    northing: float


class Adjoining:
    """Which councils adjoin. `known` is every council the table speaks for, so that silence is not taken for no."""

    def __init__(self, pairs: Iterable[Iterable[str]], known: Iterable[str]) -> None:
        self._pairs = frozenset(frozenset(pair) for pair in pairs)
        self.known = frozenset(known)

    def neighbours(self, code: str) -> frozenset[str]:
        return frozenset(other for pair in self._pairs if code in pair for other in pair if other != code)

    def adjoin(self, one: str, other: str) -> bool | None:
        """None when the table does not know one of them."""
        if frozenset({one, other}) in self._pairs:
            return True
        return False if {one, other} <= self.known else None

    def corrected(
        self, *, add: Iterable[tuple[str, str]] = (), take_out: Iterable[tuple[str, str]] = ()
    ) -> Adjoining:
        """The table as a council reads its own boundary."""
        added = {frozenset(pair) for pair in add}
        pairs = (self._pairs | added) - {frozenset(pair) for pair in take_out}
        known = self.known.union(*added)
        return Adjoining(pairs, known)

    def borders_wales(self, code: str) -> bool:
        return any(other.startswith("W") for other in self.neighbours(code))


def is_out_of_area(placement: str, responsible: str) -> bool | None:
    """Both are council codes; the placement's may be SCO, WAL, NIR, NUK or CON, or empty when not known."""
    if not responsible or not placement or placement == CONFIDENTIAL:
        return None
    return placement != responsible


def is_at_a_distance(placement: str, responsible: str, adjoining: Adjoining) -> bool | None:
    """Out of area and not next door. None when it cannot be told, such as 'Wales' for a council on the border."""
    out = is_out_of_area(placement, responsible)
    if not out:
        return out
    if placement in OUTSIDE_ENGLAND:
        next_to_wales = placement == "WAL" and (
            responsible not in adjoining.known or adjoining.borders_wales(responsible)
        )
        return None if next_to_wales else True
    next_door = adjoining.adjoin(placement, responsible)
    return None if next_door is None else not next_door


def miles_between(home: GridPoint | None, placement: GridPoint | None) -> Decimal | None:
    """The straight line, in miles to one decimal place, as the return works it out."""
    if home is None or placement is None:
        return None
    metres = hypot(home.easting - placement.easting, home.northing - placement.northing)
    return Decimal(metres / METRES_IN_KM / KM_IN_A_MILE).quantize(Decimal("0.1"), ROUND_HALF_UP)


def returned_miles(miles: Decimal | None) -> Decimal:
    """As the return writes it: 999.9 stands for not known."""
    return UNKNOWN_MILES if miles is None else miles


def is_doubtful(miles: Decimal | None) -> bool:
    """Further than the return accepts without a question; one of the two postcodes is probably wrong."""
    return miles is not None and miles > DOUBTFUL_MILES


def current_codes(code: str, on: date, authorities: Mapping[str, Authority]) -> tuple[str, ...]:
    """The councils that stand for this one on a day: itself, or those that replaced it. Empty when not known."""
    authority = authorities.get(code)
    if authority is None:
        return ()
    if authority.ends_on is None or on < authority.ends_on:
        return (code,)
    successors = [
        successor
        for next_code in authority.replaced_by
        for successor in current_codes(next_code, on, authorities)
    ]
    return tuple(dict.fromkeys(successors))


def by_ons_code(ons_code: str, authorities: Mapping[str, Authority]) -> Authority | None:
    return next((authority for authority in authorities.values() if authority.ons_code == ons_code), None)


def read_authorities(lines: Iterable[str]) -> dict[str, Authority]:
    """From the lines of a CSV with AUTHORITY_COLUMNS. `replaced_by` holds codes with spaces between."""
    authorities: dict[str, Authority] = {}
    for number, row in _rows(lines, AUTHORITY_COLUMNS):
        if not row["code"] or not row["name"]:
            raise NotReadable(f"Line {number} of the councils needs a code and a name.")
        if row["code"] in authorities:
            raise NotReadable(f"Line {number} of the councils repeats the code {row['code']}.")
        authorities[row["code"]] = Authority(
            row["code"],
            row["ons_code"],
            row["name"],
            row["region"],
            _day(row["starts_on"], number),
            _day(row["ends_on"], number),
            tuple(row["replaced_by"].split()),
        )
    for authority in authorities.values():
        if not set(authority.replaced_by) <= set(authorities):
            raise NotReadable(f"{authority.name} is replaced by a council that is not in the list.")
    return authorities


def read_adjoining(lines: Iterable[str], authorities: Mapping[str, Authority]) -> Adjoining:
    """From the lines of a CSV with ADJOINING_COLUMNS, each pair once, either way round."""
    pairs = []
    for number, row in _rows(lines, ADJOINING_COLUMNS):
        pair = (row["code"], row["adjoins"])
        if pair[0] == pair[1] or not all(code in authorities or code.startswith("W") for code in pair):
            raise NotReadable(
                f"Line {number} of the adjoining councils needs two different councils from the list."
            )
        pairs.append(pair)
    return Adjoining(pairs, [code for code, authority in authorities.items() if authority.ends_on is None])


@cache
def english_authorities() -> Mapping[str, Authority]:
    return read_authorities(_bundled("authorities.csv"))


@cache
def english_adjoining() -> Adjoining:
    return read_adjoining(_bundled("adjoining.csv"), english_authorities())


@cache
def made_up_authorities() -> Mapping[str, Authority]:
    """Saltmere, Next Bay beside it, and Far Cove beyond."""
    return read_authorities(_bundled("made_up_authorities.csv"))


@cache
def made_up_adjoining() -> Adjoining:
    return read_adjoining(_bundled("made_up_adjoining.csv"), made_up_authorities())


def _bundled(name: str) -> list[str]:
    return (resources.files("kittiwake.record") / "data" / name).read_text(encoding="utf-8").splitlines()


def _rows(lines: Iterable[str], columns: tuple[str, ...]) -> Iterable[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(lines)
    if tuple(reader.fieldnames or ()) != columns:
        raise NotReadable(f"The first line must be {','.join(columns)}.")
    for number, row in enumerate(reader, start=2):
        if None in row or None in row.values():
            raise NotReadable(f"Line {number} must have {len(columns)} columns.")
        yield number, {column: value.strip() for column, value in row.items()}


def _day(text: str, number: int) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise NotReadable(
            f"Line {number} of the councils has a date that is not written as 2023-04-01."
        ) from None
