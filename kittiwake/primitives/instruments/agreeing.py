"""How far two people who mark the same thing on an ordered scale agree. Pairs of places on the scale in, a figure out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

Z = 1.959964  # 95 %
Pair = tuple[int, int]


def agreement(pairs: Sequence[Pair]) -> float | None:
    """The share of pairs in which both marks are the same; None without pairs."""
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def weighted_kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa with linear weights, for marks on an ordered scale: 1 is full agreement, 0 what chance gives.

    None without pairs, or where chance alone would agree wholly (everybody gave the same mark). Cohen 1968.
    """
    apart = sum(abs(one - other) for one, other in pairs)
    by_chance = sum(abs(one - other) for one, _ in pairs for _, other in pairs) / len(pairs) if pairs else 0
    return 1 - apart / by_chance if by_chance else None


@dataclass(frozen=True)
class Kappa:
    """Weighted kappa with its 95 % interval. `low` and `high` never leave the scale."""

    value: float
    error: float
    low: float
    high: float


def kappa_interval(pairs: Sequence[Pair]) -> Kappa | None:
    """With the large-sample standard error of Fleiss, Cohen and Everitt 1969: honest for some dozens of pairs, and
    wide for fewer. None where there is no kappa."""
    kappa = weighted_kappa(pairs)
    if kappa is None:
        return None
    error = sqrt(_variance(pairs))
    return Kappa(kappa, error, max(-1.0, kappa - Z * error), min(1.0, kappa + Z * error))


def _variance(pairs: Sequence[Pair]) -> float:
    """Their equation for the variance of weighted kappa, with weights that fall by steps from 1 to 0."""
    count, cells = len(pairs), Counter(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    marks = first.keys() | second.keys()
    reach = max(marks) - min(marks)

    def weight(one: int, other: int) -> float:
        return 1 - abs(one - other) / reach

    along = {one: sum(weight(one, m) * second[m] for m in marks) / count for one in marks}
    down = {other: sum(weight(m, other) * first[m] for m in marks) / count for other in marks}
    seen = sum(weight(*cell) * times for cell, times in cells.items()) / count
    chance = sum(along[one] * first[one] for one in marks) / count
    spread = sum(
        times / count * (weight(*cell) * (1 - chance) - (along[cell[0]] + down[cell[1]]) * (1 - seen)) ** 2
        for cell, times in cells.items()
    )
    return max(0.0, spread - (seen * chance - 2 * chance + seen) ** 2) / (count * (1 - chance) ** 4)
