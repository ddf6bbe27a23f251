"""The rubric for reading a supervision, from 0 to 4, and what a team's readings say together. Facts in, answers out.

Sources, read in November 2026: what published inspection reports criticise in supervision (brief, retells events, no
reflection, does not track progress, gaps, uneven between teams). The rubric and its levels are `local`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median, quantiles

from kittiwake.assurance.supervision.rules import MINUTES

LEVELS = ["Nothing of it", "A mention", "Some", "Good", "Very good"]
GOOD = 3.0
# What a reader marks, from the children's parts alone: the question, and what 0 and 4 are.
READ = {
    "reflection": (
        "Reflection",
        "0: it retells what happened. 4: it asks why, weighs other explanations, and names what is assumed.",
    ),
    "experience": (
        "The child’s experience",
        "0: the child is not in it. 4: what life is like for them, in their view, shapes the decision.",
    ),
    "direction": (
        "Direction",
        "0: nothing to do. 4: who does what by when, why, and what it should change for the child.",
    ),
    "follow_through": (
        "Follow-through",
        "0: last time is not mentioned. 4: each last direction is looked at, with what came of it.",
    ),
}


def timeliness(
    *,
    held_on: date,
    due_on: date | None,
    minutes: int,
    uninterrupted: bool,
    written_after: timedelta,
    written_within: timedelta,
) -> int:
    """A point each: held by the day it was due, long enough, undisturbed, written down within days."""
    in_time = due_on is None or held_on <= due_on
    return sum((in_time, minutes >= MINUTES, uninterrupted, written_after <= written_within))


def talked(answer: bool | None) -> int | None:
    """What the worker said when signing, as a mark; none where they have not signed."""
    return None if answer is None else 4 if answer else 0


def overall(marks: Iterable[int | None]) -> float:
    """The middle of the marks there are."""
    return float(median([mark for mark in marks if mark is not None]))


@dataclass(frozen=True)
class Spread:
    """How a team's readings lie. No numbers where there are too few of them."""

    count: int
    middle: float | None
    lower: float | None
    upper: float | None


def spread(values: Sequence[float], *, fewest: int) -> Spread:
    """The median and the quartiles (inclusive method); none of fewer than `fewest` readings."""
    if len(values) < max(fewest, 2):
        return Spread(len(values), None, None, None)
    lower, middle, upper = quantiles(values, n=4, method="inclusive")
    return Spread(len(values), middle, lower, upper)
