"""Drawn worlds: cases as measures yield them, and the tables that are counted from them as the database counts.

`universe` and `among` name the cases a measure is of and those in its numerator. Measures that say the same name are of the same
cases by what they are, and whoever reads the definitions knows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from random import Random

from kittiwake.insight.disclosure.figure import Figure
from kittiwake.insight.disclosure.tables import Breakdown, Table

MONTHS = ("2026-07", "2026-08", "2026-09")
ALL = ("count", "children", "per_child", "median")  # every case is in the numerator
OFTEN = (0.02, 0.1, 0.3, 0.5, 0.9, 0.97)


@dataclass(frozen=True)
class Case:
    number: int
    child: int
    month: str
    team: str


BREAKDOWNS: dict[str, Callable[[Case], str]] = {
    "team": lambda case: case.team,
    "month": lambda case: case.month,
}


@dataclass(frozen=True)
class Measured:
    key: str
    how: str
    cases: tuple[Case, ...]
    counted: frozenset[Case]
    universe: str
    among: str

    @property
    def table(self) -> Table:
        breakdowns = tuple(Breakdown(by, tuple(figures)) for by, figures in self.figures().items())
        return Table(self.key, self.how, breakdowns, self._sets())

    def figures(self) -> dict[str, list[Figure]]:
        return {by: [self._figure(group) for group in groups] for by, groups in self.places().items()}

    def places(self) -> dict[str, list[str | None]]:
        found: dict[str, list[str | None]] = {"none": [None]}
        return found | {by: sorted({of(case) for case in self.cases}) for by, of in BREAKDOWNS.items()}

    def at(self, group: str | None) -> tuple[list[Case], list[Case]]:
        """The cases there, and those of them in the numerator."""
        there = [case for case in self.cases if group in (None, case.team, case.month)]
        return there, [case for case in there if case in self.counted]

    def _figure(self, group: str | None) -> Figure:
        there, counted = self.at(group)
        children, theirs = {case.child for case in there}, {case.child for case in counted}
        above, below = {
            "count": (len(counted), None),
            "children": (len(children), None),
            "share": (len(counted), len(there)),
            "children_share": (len(theirs), len(children)),
            "per_child": (len(there), len(children)),
            "median": (None, len(there)),
        }[self.how]
        return Figure(group, above, below, 1.0)

    def _sets(self) -> str:
        marks = (
            sum(drawn(case.number, case.child, case.month) for case in self.cases),
            sum(drawn(case.number, case.child, case.month) for case in self.counted),
            sum(map(drawn, {case.child for case in self.cases})),
            sum(map(drawn, {case.child for case in self.counted})),
        )
        return " ".join(map(str, marks))


def drawn(*words: object) -> int:
    return int.from_bytes(blake2b(repr(words).encode(), digest_size=8).digest(), signed=True)


def council(random: Random, universes: int, most: int, teams: int) -> list[Measured]:
    """Of each universe what a council measures of episodes, of returns, of assessments: how many, of how many children, which
    share is met, and of those met which share again, and three ways in which each may have gone."""
    every: list[Measured] = []
    for universe in range(universes):
        cases = tuple(_cases(random, universe * 100_000, random.randrange(most), teams))
        every += _measures(random, f"U{universe}", cases)
    return every


def _cases(random: Random, first: int, many: int, teams: int) -> Iterator[Case]:
    children = 1 + random.randrange(1 + many)
    for number in range(many):
        child = first + random.randrange(children)
        yield Case(first + number, child, random.choice(MONTHS), f"T{random.randrange(teams)}")


def _measures(random: Random, name: str, cases: tuple[Case, ...]) -> Iterator[Measured]:
    for how in random.sample(ALL, 2):
        yield Measured(f"{name} {how}", how, cases, frozenset(cases), name, name)
    met = _some(random, cases)
    yield Measured(f"{name} met", "share", cases, met, name, f"{name} met")
    of_met = tuple(case for case in cases if case in met)
    yield Measured(f"{name} how many met", "count", of_met, met, f"{name} met", f"{name} met")
    again = _some(random, of_met)
    yield Measured(f"{name} again", "share", of_met, again, f"{name} met", f"{name} again")
    repeated = _some(random, cases)
    yield Measured(f"{name} repeat", "children_share", cases, repeated, name, f"{name} repeated")
    for way, went in zip(WAYS, _three(random, cases), strict=True):
        yield Measured(f"{name} {way}", "share", cases, went, name, f"{name} {way}")


WAYS = ("lower", "same", "higher")


def _some(random: Random, cases: Iterable[Case]) -> frozenset[Case]:
    often = random.choice(OFTEN)
    return frozenset(case for case in cases if random.random() < often)


def _three(random: Random, cases: Sequence[Case]) -> list[frozenset[Case]]:
    often = [random.choice(OFTEN) for _ in WAYS]
    went = random.choices(range(3), often, k=len(cases))
    return [frozenset(case for case, way in zip(cases, went, strict=True) if way == one) for one in range(3)]


def partitions(every: Sequence[Measured]) -> list[tuple[str, list[str]]]:
    """What is known to come to what, by what the measures are."""
    universes = {one.universe for one in every if "met" not in one.universe}
    return [(name, [f"{name} {way}" for way in WAYS]) for name in sorted(universes)]
