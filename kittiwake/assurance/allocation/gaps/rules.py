"""Who held a child on which day, and what counts as nobody. Dates in, an answer out.

Source: inspectors' published findings on unallocated children, read November 2026: a child held by duty counts as one
without a worker."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise


class State(StrEnum):
    """How a child was held on a day. Exactly one of them is true of every day they were open."""

    NAMED = "named"
    COVER = "cover"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Days:
    """From a day, up to but not including another; None goes on."""

    starts_on: date
    ends_on: date | None = None

    def has(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Holding:
    """One row of who held the child. No worker: a team did."""

    days: Days
    worker: Hashable | None = None
    is_cover: bool = False

    @property
    def state(self) -> State:
        if self.worker is None:
            return State.NOBODY
        return State.COVER if self.is_cover else State.NAMED

    def until(self, left_on: date | None) -> Holding:
        """A worker who has left holds nobody, whatever the row says."""
        ends = [day for day in (self.days.ends_on, left_on) if day is not None]
        return replace(self, days=replace(self.days, ends_on=min(ends) if ends else None))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row on which the child was held in one way, by one worker."""

    days: Days
    state: State
    worker: Hashable | None = None


def stretches(open_: Iterable[Days], held: Sequence[Holding]) -> list[Stretch]:
    """The days a child was open, in order, each in exactly one stretch. Neighbours alike are one."""
    spans = list(open_)
    edges = sorted({*_edges(spans), *_edges(holding.days for holding in held)})
    in_order: list[Stretch] = []
    for start, end in pairwise([*edges, None]):
        if start is not None and any(span.has(start) for span in spans):
            _extend(in_order, _on(start, end, held))
    return in_order


def _edges(spans: Iterable[Days]) -> Iterable[date]:
    for days in spans:
        yield days.starts_on
        if days.ends_on is not None:
            yield days.ends_on


def _on(start: date, end: date | None, held: Sequence[Holding]) -> Stretch:
    """A named worker before cover, cover before nobody."""
    order = list(State)
    current = sorted(
        (holding for holding in held if holding.days.has(start)),
        key=lambda holding: order.index(holding.state),
    )
    first = current[0] if current else Holding(Days(start))
    return Stretch(Days(start, end), first.state, first.worker)


def _extend(stretches: list[Stretch], new: Stretch) -> None:
    last = stretches[-1] if stretches else None
    goes_on = last and last.days.ends_on == new.days.starts_on
    if last and goes_on and (last.state, last.worker) == (new.state, new.worker):
        stretches[-1] = replace(last, days=Days(last.days.starts_on, new.days.ends_on))
    else:
        stretches.append(new)


@dataclass(frozen=True, slots=True)
class Gap:
    """Days in a row without a named worker. Some or all of them may have been covered by duty."""

    days: Days
    parts: tuple[Stretch, ...]

    @property
    def is_covered(self) -> bool:
        """By duty, on the last of its days: for a gap that goes on, now."""
        return self.parts[-1].state is State.COVER


def gaps(stretches: Sequence[Stretch]) -> list[Gap]:
    """Where there was no named worker, from the first such day to the last."""
    in_order: list[Gap] = []
    for stretch in stretches:
        if stretch.state is State.NAMED:
            continue
        if in_order and in_order[-1].days.ends_on == stretch.days.starts_on:
            before = in_order.pop()
            gap = Gap(Days(before.days.starts_on, stretch.days.ends_on), (*before.parts, stretch))
        else:
            gap = Gap(stretch.days, (stretch,))
        in_order.append(gap)
    return in_order


def gap_on(stretches: Sequence[Stretch], day: date) -> Gap | None:
    return next((gap for gap in gaps(stretches) if gap.days.has(day)), None)


def changes(stretches: Sequence[Stretch]) -> list[date]:
    """The days on which a named worker followed another. Coming back after a gap to the same one is no change."""
    named = [stretch for stretch in stretches if stretch.state is State.NAMED]
    return [after.days.starts_on for before, after in pairwise(named) if before.worker != after.worker]
