"""Whether practice moved between two rounds of audits: the difference of two shares with its interval, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z = 1.959964  # 95 %
FEWEST = 10  # audits in each round: below this a difference is not put into words (local)


def wilson(met: int, of: int) -> tuple[float, float]:
    """The 95 % score interval of one share. Wilson 1927; method 3 of Newcombe, Statistics in Medicine 17, 857 (1998)."""
    share, square = met / of, Z * Z
    middle, reach = share + square / (2 * of), Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    below = 1 + square / of
    return max(0.0, (middle - reach) / below), min(1.0, (middle + reach) / below)


@dataclass(frozen=True)
class Difference:
    """Now less before."""

    value: float
    low: float
    high: float


def newcombe(met: int, of: int, met_before: int, of_before: int) -> Difference:
    """The 95 % interval of a difference of shares: method 10 of Newcombe, Statistics in Medicine 17, 873 (1998)."""
    now, before = met / of, met_before / of_before
    (low, high), (low_before, high_before) = wilson(met, of), wilson(met_before, of_before)
    value = now - before
    return Difference(
        value,
        max(-1.0, value - sqrt((now - low) ** 2 + (high_before - before) ** 2)),
        min(1.0, value + sqrt((high - now) ** 2 + (before - low_before) ** 2)),
    )


def in_words(met: int, of: int, met_before: int, of_before: int) -> str:
    """Whether practice moved between two rounds, and what that does not say."""
    if not of or not of_before:
        return "There is nothing to compare yet: one of the two rounds has no finished audits."
    both = f"{met} of {of} were good or better, and {met_before} of {of_before} in the round before."
    if min(of, of_before) < FEWEST:
        return (
            f"{both} With fewer than {FEWEST} audits in a round this says nothing about practice as a whole."
        )
    found = newcombe(met, of, met_before, of_before)
    between = f"{both} {_between(found)}"
    if found.low > 0:
        return (
            f"{between} More were good than chance alone explains. It does not say why, or that it will last."
        )
    if found.high < 0:
        return f"{between} Fewer were good than chance alone explains. Practice has got worse."
    return f"{between} Chance alone could explain it, so it does not show that practice has moved."


def since_they_came(found: int, of: int, found_before: int, of_before: int) -> str:
    """Whether what audits found was found less often once people had come to a course about it."""
    if not of or not of_before:
        return "It cannot be said yet whether it showed: the work of those who came was not audited both before and since."
    both = (
        f"Before they came, {found_before} of {of_before} audits of their work led to an action of this theme; "
        f"since, {found} of {of}."
    )
    if min(of, of_before) < FEWEST:
        return f"{both} With fewer than {FEWEST} audits before or since, this does not say whether it showed."
    difference = newcombe(found, of, found_before, of_before)
    between = f"{both} {_between(difference)}"
    if difference.high < 0:
        return f"{between} It is found less often than chance alone explains. It does not say that the course did it."
    if difference.low > 0:
        return f"{between} It is found more often than chance alone explains."
    return f"{between} Chance alone could explain it, so it does not show in the work yet."


def _between(found: Difference) -> str:
    return f"The difference is {points(found.value)}, and lies between {points(found.low)} and {points(found.high)}."


def points(share: float) -> str:
    number = round(share * 100)
    return f"{number:+d} percentage point{'' if abs(number) == 1 else 's'}".replace("-", "−")
