"""Within which limits chance alone keeps a share or a rate that rests on so many. Facts in, answers out.

Sources, read in November 2026:
- limits as p ± z·√(p(1−p)/n), z of 1.96 to look twice (alert, 95%) and of 3.09 to act (alarm, 99.8%): funnel plots of the
  National Paediatric Diabetes Audit and of the Association of Public Health Observatories;
- small numbers by the exact distribution, and between two whole numbers in proportion, so that a limit is a line and no
  stairs: Spiegelhalter, “Funnel plots for comparing institutional performance”, Statistics in Medicine 24 (2005), appendix;
- rates by Poisson’s distribution: the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import erfc, exp, sqrt

ALERT, ALARM = 1.96, 3.09
FEW = 10  # fewer than so many expected above the line or below it: exact
FEW_OF_A_RATE = 100  # a rate has one side only, and a longer tail


@dataclass(frozen=True)
class Interval:
    low: float
    high: float

    def side(self, value: float) -> int:
        """-1 below, 1 above, 0 within."""
        return (value > self.high) - (value < self.low)


def share_limits(share: float, size: int, z: float) -> Interval:
    """Of a share, among so many cases."""
    if min(share, 1 - share) * size >= FEW:
        return plain_share_limits(share, size, z)
    if share > 0.5:  # counted from its rare side
        other = _exact_share(1 - share, size, z)
        return Interval(1 - other.high, 1 - other.low)
    return _exact_share(share, size, z)


def plain_share_limits(share: float, size: int, z: float) -> Interval:
    """As if it were spread evenly about its middle, which few cases are not."""
    half = z * sqrt(share * (1 - share) / size)
    return Interval(max(0.0, share - half), min(1.0, share + half))


def rate_limits(rate: float, size: int, z: float) -> Interval:
    """Of how many to each: events to a child."""
    if rate * size >= FEW_OF_A_RATE:
        half = z * sqrt(rate / size)
        return Interval(max(0.0, rate - half), rate + half)
    chances = _Chances(exp(-rate * size), lambda number: rate * size / number, None)
    return Interval(chances.lowest(_tail(z)) / size, chances.highest(_tail(z)) / size)


def _exact_share(share: float, size: int, z: float) -> Interval:
    if share == 0:
        return Interval(0.0, 0.0)
    odds = share / (1 - share)
    chances = _Chances((1 - share) ** size, lambda number: (size - number + 1) / number * odds, size)
    return Interval(chances.lowest(_tail(z)) / size, chances.highest(_tail(z)) / size)


def _tail(z: float) -> float:
    """How likely what lies beyond z is, on one side."""
    return erfc(z / sqrt(2)) / 2


class _Chances:
    """How likely each number of events is: that of none, and by what each number is likelier than the one before it."""

    def __init__(self, of_none: float, likelier: Callable[[int], float], most: int | None) -> None:
        self.of_none, self.likelier, self.most = of_none, likelier, most

    def _each(self) -> Iterator[tuple[int, float, float]]:
        """(number, how likely it is, how likely fewer are)"""
        number, chance, fewer = 0, self.of_none, 0.0
        while self.most is None or number <= self.most:
            yield number, chance, fewer
            number, fewer = number + 1, fewer + chance
            chance *= self.likelier(number)

    def lowest(self, tail: float) -> float:
        """Fewer are less likely than the tail."""
        for number, chance, fewer in self._each():
            if fewer + chance >= tail:
                return max(0.0, number - (fewer + chance - tail) / chance)
        raise AssertionError("All numbers together are certain.")

    def highest(self, tail: float) -> float:
        """More are less likely than the tail."""
        for number, chance, fewer in self._each():
            or_more = 1 - fewer
            if or_more - chance < tail:
                return min(number + (or_more - tail) / chance, self.most or number + 1.0)
        raise AssertionError("All numbers together are certain.")
