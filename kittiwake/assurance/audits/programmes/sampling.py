"""Which children to audit: by chance, from every team and track in proportion, and the same again from the same seed.

A child's place is the SHA-256 of "seed:id". No generator's version, order of rows or engine comes into it: anybody with
the seed and the list can draw the sample again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

Stratum = tuple[str, str]  # team, track


@dataclass(frozen=True)
class Person:
    """A child of the population. `left_out` says why the sample may not hold them; empty where it may."""

    key: int
    team: str
    track: str
    left_out: str = ""

    @property
    def stratum(self) -> Stratum:
        return self.team, self.track


@dataclass(frozen=True)
class Draw:
    """`order` is every child who could be drawn, in the order of chance; `drawn` are those who were."""

    order: tuple[int, ...]
    drawn: frozenset[int]
    shares: Mapping[Stratum, int]


def place(seed: str, key: int) -> str:
    return sha256(f"{seed}:{key}".encode()).hexdigest()


def draw(people: Iterable[Person], *, size: int, seed: str, least: int) -> Draw:
    """So many of those who may be drawn; all of them where there are fewer."""
    able = sorted(
        (person for person in people if not person.left_out), key=lambda person: place(seed, person.key)
    )
    strata: dict[Stratum, list[int]] = defaultdict(list)
    for person in able:
        strata[person.stratum].append(person.key)
    shares = allocate({stratum: len(keys) for stratum, keys in strata.items()}, size, least=least)
    drawn = frozenset(key for stratum, keys in strata.items() for key in keys[: shares[stratum]])
    return Draw(tuple(worker.key for worker in able), drawn, shares)


def allocate(counts: Mapping[Stratum, int], size: int, *, least: int) -> dict[Stratum, int]:
    """`least` of each stratum, as far as it has them, and the rest in proportion to who is left; all in proportion where
    the sample is too small for that. Adds up to the size, and never asks for more children than a stratum has."""
    first = {stratum: min(least, count) for stratum, count in counts.items()}
    if not least or sum(first.values()) > size:
        return in_proportion(counts, size)
    left = {stratum: count - first[stratum] for stratum, count in counts.items()}
    rest = in_proportion(left, size - sum(first.values()))
    return {stratum: first[stratum] + rest.get(stratum, 0) for stratum in counts}


def in_proportion(counts: Mapping[Stratum, int], size: int) -> dict[Stratum, int]:
    """Proportional allocation, whole children by largest remainder (Hamilton's method; ties to the larger stratum,
    then by name)."""
    total = sum(counts.values())
    size = min(size, total)
    if not total:
        return {}
    exact = {
        stratum: count * size for stratum, count in counts.items()
    }  # of `total`: whole numbers, no rounding
    shares = {stratum: part // total for stratum, part in exact.items()}
    by_remainder = sorted(counts, key=lambda stratum: (-(exact[stratum] % total), -counts[stratum], stratum))
    for stratum in by_remainder[: size - sum(shares.values())]:
        shares[stratum] += 1
    return shares
