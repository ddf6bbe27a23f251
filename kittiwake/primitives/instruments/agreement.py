"""How far two people who mark the same thing on an ordered scale agree. Pairs of places on the scale in, a figure out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log, sqrt

Z = 1.959964  # 95 %
LEFT_OUT = "–"
CERTAIN = 1e-9  # an error as small as this is none
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
    """Weighted kappa with its 95 % interval, which never leaves the scale. `low` and `high` are None where none can be
    worked out: pairs that do not vary say nothing of how much they might."""

    value: float
    error: float
    low: float | None
    high: float | None


def kappa_interval(pairs: Sequence[Pair]) -> Kappa | None:
    """With the large-sample standard error of Fleiss, Cohen and Everitt 1969: honest for some dozens of pairs, and
    wide for fewer. None where there is no kappa.

    Where every pair agrees (or every pair differs alike) that error is 0 and would claim certainty of ten pairs, as a
    bootstrap would, which can only draw what is there. Then there is no interval: exact_share says how sure it is.
    """
    kappa = weighted_kappa(pairs)
    if kappa is None:
        return None
    error = sqrt(_variance(pairs))
    if error < CERTAIN:
        return Kappa(kappa, 0.0, None, None)
    return Kappa(kappa, error, max(-1.0, kappa - Z * error), min(1.0, kappa + Z * error))


def exact_share(met: int, of: int) -> tuple[float, float]:
    """The exact 95 % interval of a share (Clopper and Pearson, Biometrika 26, 404, 1934): 10 of 10 is 69 % to 100 %."""
    low = 0.0 if met == 0 else _where(lambda share: 1 - _up_to(met - 1, of, share), 0.025)
    high = 1.0 if met == of else 1 - _where(lambda share: _up_to(met, of, 1 - share), 0.025)
    return low, high


def _up_to(met: int, of: int, share: float) -> float:
    """How likely so many or fewer are, each with this chance."""
    return sum(
        exp(lgamma(of + 1) - lgamma(n + 1) - lgamma(of - n + 1) + n * log(share) + (of - n) * log(1 - share))
        for n in range(met + 1)
    )


def _where(rising: Callable[[float], float], reaches: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < reaches else (low, middle)
    return low


def figures(pairs: Sequence[Pair], *, fewest: int) -> list[str]:
    """For a table: how many pairs, how many the same and between what, kappa and between what. Each figure of a few is
    left out."""
    same, kappa = sum(one == other for one, other in pairs), kappa_interval(pairs)
    few = len(pairs) < fewest
    return [
        str(len(pairs)),
        f"{same / len(pairs):.0%}" if pairs else LEFT_OUT,
        "{:.0%} to {:.0%}".format(*exact_share(same, len(pairs))) if pairs else LEFT_OUT,
        LEFT_OUT if few or kappa is None else f"{kappa.value:.2f}",
        LEFT_OUT if few or kappa is None or kappa.low is None else f"{kappa.low:.2f} to {kappa.high:.2f}",
    ]


def _variance(pairs: Sequence[Pair]) -> float:
    """Their equation for the variance of weighted kappa, with weights that fall by steps from 1 to 0."""
    count, cells = len(pairs), Counter(pairs)
    first, second = Counter(mark for mark, _ in pairs), Counter(mark for _, mark in pairs)
    marks = first.keys() | second.keys()
    reach = max(marks) - min(marks)

    def weight(one: int, other: int) -> float:
        return 1 - abs(one - other) / reach

    along = {mark: sum(weight(mark, m) * second[m] for m in marks) / count for mark in marks}
    down = {other: sum(weight(m, other) * first[m] for m in marks) / count for other in marks}
    seen = sum(weight(*cell) * times for cell, times in cells.items()) / count
    chance = sum(along[mark] * first[mark] for mark in marks) / count
    spread = sum(
        times / count * (weight(*cell) * (1 - chance) - (along[cell[0]] + down[cell[1]]) * (1 - seen)) ** 2
        for cell, times in cells.items()
    )
    return max(0.0, spread - (seen * chance - 2 * chance + seen) ** 2) / (count * (1 - chance) ** 4)
