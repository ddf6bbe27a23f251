"""Whether teams lie further apart than chance alone would put them. Facts in, answers out.

Source, read in November 2026: the dispersion of shares by chi-squared, Σ(x − n·p)² / (n·p·(1−p)), and how often chance alone
makes it as large by dealing the same cases out to teams of the same sizes again and again: Hope, “A simplified Monte Carlo
significance test procedure”, Journal of the Royal Statistical Society B 30 (1968). Nothing is assumed of how large teams are;
what is assumed is that every case stands by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

DEALT = 4_999
SEED = 20261130  # of the same cases the same answer is given, whoever asks and whenever
ENOUGH, ENOUGH_TEAMS = 10, 2  # teams with so many cases
PERHAPS, SURELY = 0.05, 0.002  # as funnel plots look twice, and act
Verdict = Literal["", "alike", "perhaps", "apart"]  # empty where there are too few to say


@dataclass(frozen=True)
class Share:
    """Of one team: so many, of so many."""

    number: int
    size: int


def verdict(teams: Sequence[Share]) -> Verdict:
    chance = by_chance(teams)
    if chance is None:
        return ""
    if chance < SURELY:
        return "apart"
    return "perhaps" if chance < PERHAPS else "alike"


def by_chance(teams: Sequence[Share]) -> float | None:
    """How often chance alone puts teams as far apart. None where fewer than two have enough cases. Where nobody or everybody
    is counted no team lies apart: always."""
    if sum(team.size >= ENOUGH for team in teams) < ENOUGH_TEAMS:
        return None
    import numpy  # takes a moment, and most pages never ask

    numbers, sizes = (numpy.array([getattr(team, name) for team in teams]) for name in ("number", "size"))
    counted, share = int(numbers.sum()), numbers.sum() / sizes.sum()
    if share in (0, 1):
        return 1.0
    dealt = numpy.random.default_rng(SEED).multivariate_hypergeometric(
        sizes, counted, DEALT, method="marginals"
    )
    weights = 1 / (sizes * share * (1 - share))
    apart = ((numbers - sizes * share) ** 2 * weights).sum()
    as_far = (((dealt - sizes * share) ** 2 * weights).sum(axis=1) >= apart * (1 - 1e-9)).sum()
    return float(1 + as_far) / (1 + DEALT)
