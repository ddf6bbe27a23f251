"""Which column is which: a proposal that a person looks over once, and that is remembered for the same headings.

A proposal rests on two things that both have to fit: what the heading says and what the cells under it hold.
A date and its time in two columns are proposed together, as one moment.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from kittiwake.exchange.reading.dates import Order
from kittiwake.exchange.reading.headings import (
    glued,
    heading_words,
    likeness,
    names_a_time_only,
    unit_in,
    without_time_words,
    without_unit_words,
)
from kittiwake.exchange.reading.layouts import FieldKind, Layout, Target
from kittiwake.exchange.reading.shapes import Shape, fits, shape_of
from kittiwake.exchange.reading.tables import Row, Table

SAMPLE_ROWS = 200
ENOUGH = 0.6
CLOSE = 0.08
UNIT_NAMES = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


@dataclass(frozen=True, slots=True)
class ColumnProposal:
    """That `columns` (one, or a date and its time) hold `field`. `others` came nearly as close."""

    field: str
    columns: tuple[str, ...]
    confidence: float
    why: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which columns, by heading, hold which field. May be kept as JSON and used again when the fingerprint is met.

    `order` is what the dates of earlier files showed, for a day when every date in the file could be read both ways.
    """

    layout: str
    fingerprint: str
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    order: Order = Order.EITHER


@dataclass(frozen=True, slots=True)
class ColumnProposals:
    """Everything proposed for one table: also the columns nobody wanted, and the required fields not found."""

    mapping: Mapping
    proposals: tuple[ColumnProposal, ...]
    unused: tuple[str, ...]
    not_found: tuple[str, ...]


def fingerprint(columns: Iterable[str]) -> str:
    """Names a set of headings, whatever their order, case and punctuation, so that a mapping is found again."""
    plain = sorted(" ".join(heading_words(column)) or column.casefold() for column in columns)
    return hashlib.sha256("\n".join(plain).encode()).hexdigest()[:32]


def propose(layout: Layout, table: Table) -> ColumnProposals:
    """The likeliest column or columns for each of the layout's fields, with the reason for each."""
    sample = list(islice(table, SAMPLE_ROWS))
    columns = [_Column(at, heading, sample) for at, heading in enumerate(table.columns)]
    chosen = _choose(layout, columns)
    proposals = tuple(
        _proposal(target, *chosen[target.field]) for target in layout.targets if target.field in chosen
    )
    used = {heading for proposal in proposals for heading in proposal.columns}
    held = {proposal.field: proposal.columns for proposal in proposals}
    return ColumnProposals(
        Mapping(layout.key, fingerprint(table.columns), held),
        proposals,
        tuple(heading for heading in table.columns if heading not in used),
        tuple(target.field for target in layout.targets if target.required and target.field not in held),
    )


class _Column:
    def __init__(self, at: int, heading: str, sample: Sequence[Row]) -> None:
        self.at, self.heading = at, heading
        self.words = heading_words(heading)
        self.shape: Shape = shape_of([row.values[at] for row in sample])

    def is_time_only(self) -> bool:
        return self.shape.is_time or (self.shape.is_empty and names_a_time_only(self.words))

    def heading_score(self, target: Target) -> float:
        words = self.words
        if target.kind is FieldKind.MOMENT:
            words = without_time_words(words)
        elif target.kind is FieldKind.DURATION:
            words = without_unit_words(words)
        if glued(self.heading) in target.spellings():
            return 1.0
        return min(
            0.98, max(likeness(words, _comparable(synonym, target.kind)) for synonym in target.headings())
        )

    def score(self, target: Target) -> float:
        if target.kind is FieldKind.MOMENT and self.is_time_only():
            return 0.0
        if target.kind is FieldKind.DURATION and self.is_time_only() and "time" in self.words:
            return 0.0
        said, held = self.heading_score(target), fits(self.shape, target.kind)
        if said == 0 and target.kind is FieldKind.SEX and self.shape.is_sex:
            return ENOUGH
        return said * (0.35 + 0.65 * held)


def _comparable(synonym: tuple[str, ...], kind: FieldKind) -> tuple[str, ...]:
    if kind is FieldKind.MOMENT:
        return without_time_words(synonym)
    return without_unit_words(synonym) if kind is FieldKind.DURATION else synonym


_Choice = tuple[list[_Column], float, list[_Column]]


def _choose(layout: Layout, columns: list[_Column]) -> dict[str, _Choice]:
    """The surest pairs first; each field and each column once. Then the time columns join their dates."""
    scored = sorted(
        (
            (score, column, target)
            for target in layout.targets
            for column in columns
            if (score := column.score(target))
        ),
        key=lambda pair: (-pair[0], pair[1].at),
    )
    chosen: dict[str, _Choice] = {}
    taken: set[int] = set()
    for score, column, target in scored:
        if score >= ENOUGH and column.at not in taken and target.field not in chosen:
            chosen[target.field] = ([column], score, [])
            taken.add(column.at)
        elif target.field in chosen and chosen[target.field][1] - score < CLOSE and column.at not in taken:
            chosen[target.field][2].append(column)
    _add_times(
        layout, chosen, [column for column in columns if column.at not in taken and column.is_time_only()]
    )
    return chosen


def _add_times(layout: Layout, chosen: dict[str, _Choice], times: list[_Column]) -> None:
    for target in layout.targets:
        if target.kind is FieldKind.MOMENT and target.field in chosen:
            columns = chosen[target.field][0]
            if (time := _time_beside(columns[0], target, times)) is not None:
                columns.append(time)
                times.remove(time)


def _time_beside(day: _Column, target: Target, times: list[_Column]) -> _Column | None:
    """The time column headed like the date, or the bare ‘Time’ right behind it."""
    about = without_time_words(day.words)
    alike = [
        (likeness(without_time_words(time.words), about), -abs(time.at - day.at), time.at)
        for time in times
        if time.heading_score(target) >= 0.7
    ]
    bare = [
        (0.5, 0, time.at) for time in times if not without_time_words(time.words) and time.at == day.at + 1
    ]
    best = max(alike + bare, default=None)
    return next((time for time in times if best and time.at == best[2]), None)


def _proposal(target: Target, columns: list[_Column], score: float, close: list[_Column]) -> ColumnProposal:
    headings = tuple(column.heading for column in columns)
    others = tuple(column.heading for column in close if column not in columns)
    confidence = round(min(score, 0.75) if others else score, 2)
    return ColumnProposal(target.field, headings, confidence, _why(target, columns, others), others)


def _why(target: Target, columns: list[_Column], others: tuple[str, ...]) -> str:
    column = columns[0]
    why = f"‘{column.heading}’ reads like {target.title.casefold()}"
    if column.heading_score(target) == 0:
        why = f"every value under ‘{column.heading}’ is a {target.kind.value}"
    if len(columns) > 1:
        why += f", and ‘{columns[1].heading}’ holds its time"
    if column.shape.is_empty:
        why += "; the column is empty in this file"
    if target.kind is FieldKind.DURATION and (unit := unit_in(column.words)):
        why += f"; counted in {UNIT_NAMES[unit]}"
    if others:
        why += f". It could also be ‘{others[0]}’"
    return why[0].upper() + why[1:] + "."
