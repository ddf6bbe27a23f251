"""Whether practice moved between two rounds of audits: the difference of two shares with its interval, in plain words.

The work of the same people is looked at in both, and several audits are of one person's work, so the two rounds are not
two independent samples. The interval is worked out person by person (Cochran, Sampling Techniques, 3rd ed. 1977, on
ratios of clusters), with Student's t; with too few people there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

Z = 1.959964  # 95 %
CERTAIN = 1e-9  # an error as small as this is none


class Person(NamedTuple):
    """Audits of one person's work: how many showed it, of how many, now and before."""

    met: float
    of: int
    met_before: float
    of_before: int


def wilson(met: float, of: int) -> tuple[float, float]:
    """The 95 % score interval of one share. Wilson 1927; method 3 of Newcombe, Statistics in Medicine 17, 857 (1998)."""
    share, square = met / of, Z * Z
    middle, reach = share + square / (2 * of), Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    below = 1 + square / of
    return max(0.0, (middle - reach) / below), min(1.0, (middle + reach) / below)


@dataclass(frozen=True)
class Difference:
    """Now less before. `low` and `high` are None where no interval can be worked out."""

    value: float
    low: float | None
    high: float | None


def newcombe(met: float, of: int, met_before: float, of_before: int) -> Difference:
    """The 95 % interval of a difference of shares: method 10 of Newcombe, Statistics in Medicine 17, 873 (1998)."""
    now, before = met / of, met_before / of_before
    (low, high), (low_before, high_before) = wilson(met, of), wilson(met_before, of_before)
    value = now - before
    return Difference(
        value,
        max(-1.0, value - sqrt((now - low) ** 2 + (high_before - before) ** 2)),
        min(1.0, value + sqrt((high - now) ** 2 + (before - low_before) ** 2)),
    )


def by_person(now: Iterable[tuple[object, bool]], before: Iterable[tuple[object, bool]]) -> list[Person]:
    """From (whose work, whether it showed) of each audit. Work of nobody known stands by itself (a None each)."""
    tallies: dict[object, list[int]] = {}
    for place, audits in ((0, now), (2, before)):
        for who, met in audits:
            tally = tallies.setdefault(object() if who is None else who, [0, 0, 0, 0])
            tally[place] += met
            tally[place + 1] += 1
    return [Person(*tally) for tally in tallies.values()]


def totals(people: Sequence[Person]) -> Person:
    return Person(*(sum(column) for column in zip(*people, strict=True))) if people else Person(0, 0, 0, 0)


def difference(people: Sequence[Person], *, fewest: int) -> Difference:
    """With the 95 % interval, people being what was sampled; none of fewer people than `fewest`. Raises ZeroDivisionError where a round is empty."""
    met, of, met_before, of_before = totals(people)
    now, before = met / of, met_before / of_before
    count, value = len(people), now - before
    pulls = [
        (person.met - now * person.of) / of - (person.met_before - before * person.of_before) / of_before
        for person in people
    ]
    if count < max(fewest, 2):
        return Difference(value, None, None)
    error = sqrt(count / (count - 1) * sum(pull * pull for pull in pulls))
    if error < CERTAIN:
        return _each_once(people, now, before)
    reach = student(count - 1) * error
    return Difference(value, max(-1.0, value - reach), min(1.0, value + reach))


def _each_once(people: Sequence[Person], now: float, before: float) -> Difference:
    """Where everybody moved alike, their spread is 0 and would claim certainty: as if each person were one audit."""
    count = sum(person.of > 0 for person in people)
    count_before = sum(person.of_before > 0 for person in people)
    return newcombe(now * count, count, before * count_before, count_before)


def student(degrees: int) -> float:
    """The 97.5 % point of Student's t: Abramowitz and Stegun 1964, 26.7.5, good to the third place from 9 degrees on."""
    z = Z
    return (
        z
        + (z**3 + z) / (4 * degrees)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * degrees**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * degrees**3)
    )


def in_words(people: Sequence[Person], *, fewest: int) -> str:
    """Whether practice moved between two rounds, and what that does not say."""
    met, of, met_before, of_before = totals(people)
    if not of or not of_before:
        return "There is nothing to compare yet: one of the two rounds has no finished audits."
    both = f"{met} of {of} were good or better, and {met_before} of {of_before} in the round before."
    if min(of, of_before) < fewest:
        return (
            f"{both} With fewer than {fewest} audits in a round this says nothing about practice as a whole."
        )
    moved = difference(people, fewest=fewest)
    if moved.low is None or moved.high is None:
        return f"{both} {_too_few(people, fewest)}"
    between = f"{both} {_between(moved)}"
    if moved.low > 0:
        return (
            f"{between} More were good than chance alone explains. It does not say why, or that it will last."
        )
    if moved.high < 0:
        return f"{between} Fewer were good than chance alone explains. Practice has got worse."
    return f"{between} Chance alone could explain it, so it does not show that practice has moved."


def since_they_came(people: Sequence[Person], *, fewest: int) -> str:
    """Whether what audits found was found less often once people had come to a course about it: of those whose work was
    looked at both before and since, each beside themselves."""
    people = [person for person in people if person.of and person.of_before]
    if not people:
        return "It cannot be said yet whether it showed: the work of those who came was not audited both before and since."
    tagged, of, tagged_before, of_before = totals(people)
    both = (
        f"Before they came, {tagged_before} of {of_before} audits of their work led to an action of this theme; "
        f"since, {tagged} of {of}."
    )
    if min(of, of_before) < fewest:
        return f"{both} With fewer than {fewest} audits before or since, this does not say whether it showed."
    moved = difference(people, fewest=fewest)
    if moved.low is None or moved.high is None:
        return f"{both} {_too_few(people, fewest)}"
    between = f"{both} {_between(moved)}"
    if moved.high < 0:
        return f"{between} It is found less often than chance alone explains. It does not say that the course did it."
    if moved.low > 0:
        return f"{between} It is found more often than chance alone explains."
    return f"{between} Chance alone could explain it, so it does not show in the work yet."


def _too_few(people: Sequence[Person], fewest: int) -> str:
    return (
        f"It is the work of {len(people)} {'person' if len(people) == 1 else 'people'}: with fewer than {fewest}, nothing "
        "can be said of how sure the difference is."
    )


def _between(difference: Difference) -> str:
    return f"Person by person, the difference is {points(difference.value)}, and lies between {reach(difference)}."


def reach(difference: Difference) -> str:
    if difference.low is None or difference.high is None:
        return "–"
    return f"{points(difference.low)} and {points(difference.high)}"


def points(share: float) -> str:
    number = round(share * 100)
    return f"{number:+d} percentage point{'' if abs(number) == 1 else 's'}".replace("-", "−")
