"""Which moves are nearer home, and whether a child goes missing less since. Facts in, answers out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal


@dataclass(frozen=True)
class Where:
    """How far from home a placement is; None where it is not known."""

    out_of_area: bool | None
    at_a_distance: bool | None
    miles: Decimal | None = None


def is_nearer(before: Where, after: Where) -> bool:
    """Whether a move brought the child nearer: back into the area, next door from a distance, or fewer miles."""
    if before.out_of_area and after.out_of_area is False:
        return True
    if before.at_a_distance and after.at_a_distance is False:
        return True
    if before.out_of_area is False and after.out_of_area:
        return False
    return before.miles is not None and after.miles is not None and after.miles < before.miles


WINDOW = 90  # days on each side of a move; local


@dataclass(frozen=True)
class Comparison:
    """How often a child went missing in as many days before a move as have passed since it, at most WINDOW."""

    days: int
    before: int
    after: int

    @property
    def is_whole(self) -> bool:
        return self.days == WINDOW


def compare(started_on: Iterable[date], moved_on: date, today: date) -> Comparison | None:
    """None before a day has passed. The day of the move counts as after it."""
    length = min((today - moved_on).days, WINDOW)
    if length < 1:
        return None
    window = timedelta(days=length)
    starts = list(started_on)
    before = sum(moved_on - window <= start < moved_on for start in starts)
    after = sum(moved_on <= start < moved_on + window for start in starts)
    return Comparison(length, before, after)
