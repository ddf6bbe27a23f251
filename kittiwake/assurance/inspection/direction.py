"""Whether a figure has become better or worse, and whether chance alone may explain it. Figures in, an answer out.

Shares: two proportions, pooled (Fleiss, Statistical Methods for Rates and Proportions, 3rd edition, 2.3, without the continuity
correction). Counts: two Poisson counts of periods alike in length, by their sum (the same, 6.1). Averages and medians are kept
without their spread, so of those chance is never called the cause. Where the periods overlap, less is called certain than is.
"""

from __future__ import annotations

from math import sqrt

from kittiwake.insight.disclosure.figure import Figure
from kittiwake.primitives.measures.definition import Measure

ALERT = 1.96

BETTER, WORSE, SAME, CHANCE, UNKNOWN = "better", "worse", "same", "chance", "unknown"
WORDS = {
    BETTER: "Better than it was",
    WORSE: "Worse than it was",
    SAME: "As it was",
    CHANCE: "Not far from what it was: chance alone may explain it",
    UNKNOWN: "Cannot be compared",
}


def moved(measure: Measure, then: Figure | None, now: Figure | None) -> str:
    """Context measures and hidden figures say nothing either way."""
    if measure.direction == "context" or not (_speaks(then) and _speaks(now)):
        return UNKNOWN
    assert then is not None
    assert now is not None
    before, after = then.value or 0, now.value or 0
    if after == before:
        return SAME
    if _by_chance(measure, then, now):
        return CHANCE
    is_up = after > before
    return BETTER if is_up == (measure.direction == "up") else WORSE


def _speaks(figure: Figure | None) -> bool:
    return figure is not None and not figure.is_hidden and figure.value is not None


def _by_chance(measure: Measure, then: Figure, now: Figure) -> bool:
    if measure.how in ("share", "children_share"):
        return _shares_alike(then, now)
    if measure.how in ("count", "children"):
        return _counts_alike(then, now)
    return False


def _shares_alike(then: Figure, now: Figure) -> bool:
    above = (then.numerator or 0) + (now.numerator or 0)
    of_then, of_now = then.denominator or 0, now.denominator or 0
    pooled = above / (of_then + of_now)
    spread = sqrt(pooled * (1 - pooled) * (1 / of_then + 1 / of_now))
    return abs((now.value or 0) - (then.value or 0)) <= ALERT * spread


def _counts_alike(then: Figure, now: Figure) -> bool:
    before, after = then.value or 0, now.value or 0
    return abs(after - before) <= ALERT * sqrt(after + before)
