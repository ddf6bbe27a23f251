"""Somebody who knows everything published, what each measure means and how numbers hang together, and wants to know the rest.

Written apart from what protects: it shares no code with it but the integer programme of scipy. What is known of cases: those of
the teams, and of the months, are all; those who did and those who did not are all; measures of the same cases have the same
number. Of children: no more than cases, no more than in all teams together, no fewer than in any.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from kittiwake.insight.disclosure.tests.drawn import Measured

SMALL = range(1, 6)
FAR = 10_000


class Number(NamedTuple):
    """How many `what` (cases, children, children who did not) there are of a set, in a team or a month."""

    what: str
    of: str
    by: str
    group: str | None


Read = Mapping[tuple[str, str, str | None], tuple[int | None, int | None]]
"""By measure, breakdown and group: what is above the line and below it, of every figure that can be read."""


@dataclass
class Attacker:
    measured: Sequence[Measured]
    partitions: Sequence[tuple[str, list[str]]] = ()
    true: dict[Number, int] = field(default_factory=dict)
    rows: list[tuple[dict[Number, int], bool]] = field(default_factory=list)  # come to nought; or to no more

    def __post_init__(self) -> None:
        for one in self.measured:
            for by, groups in one.places().items():
                for group in groups:
                    self._meet(one, by, group)
        self._add_up()

    def _meet(self, one: Measured, by: str, group: str | None) -> None:
        there, counted = one.at(group)
        above, below, rest = numbers(one, by, group)
        counts = {
            "cases": (len(counted), len(there)),
            "children": (len({case.child for case in counted}), len({case.child for case in there})),
        }
        for number in (above, below):
            if number:
                self.true[number] = counts[number.what][0 if number.of == one.among else 1]
        if rest and above and below:
            self.true[rest] = self.true[below] - self.true[above]
            self.rows.append(({below: -1, above: 1, rest: 1}, False))

    def _add_up(self) -> None:
        by_set: dict[tuple[str, str], dict[str, list[Number]]] = defaultdict(lambda: defaultdict(list))
        for number in self.true:
            by_set[number.what, number.of][number.by].append(number)
        for (what, _), places in by_set.items():
            for by in set(places) - {"none"} if "none" in places else ():
                (whole,) = places["none"]
                self.rows.append(({whole: 1, **dict.fromkeys(places[by], -1)}, what != "cases"))
                if what == "children":
                    self.rows += [({part: 1, whole: -1}, True) for part in places[by]]
        for number in [number for number in self.true if number.what == "children"]:
            if (cases := number._replace(what="cases")) in self.true:
                self.rows.append(({number: 1, cases: -1}, True))
        for whole, parts in self.partitions:
            for number in [number for number in self.true if number[:2] == ("cases", whole)]:
                named = [number._replace(of=part) for part in parts]
                self.rows.append(({number: -1, **{part: 1 for part in named if part in self.true}}, False))

    def sensitive(self) -> list[Number]:
        return [number for number, many in self.true.items() if many in SMALL]

    def worked_out(self, read: Read) -> dict[Number, tuple[int, int]]:
        """Of each small number the least and the most that it can be; those alone that are known too well."""
        known = self._known(read)
        solver = Solver(self, known)
        found = {number: solver.interval(number) for number in self.sensitive()}
        return {
            number: interval
            for number, interval in found.items()
            if interval[0] > 1 or interval[1] < SMALL[-1]
        }

    def _known(self, read: Read) -> dict[Number, int]:
        known: dict[Number, int] = {}
        for one in self.measured:
            for by, groups in one.places().items():
                for group in groups:
                    figures = read.get((one.key, by, group), (None, None))
                    for number, many in zip(numbers(one, by, group), figures, strict=False):
                        if number and many is not None:
                            assert many == self.true[number], (
                                f"{number} is {self.true[number]}, and {many} is read."
                            )
                            known[number] = many
        return known


def numbers(one: Measured, by: str, group: str | None) -> tuple[Number | None, Number | None, Number | None]:
    """Above the line, below it, and the rest."""
    among, universe = one.among, one.universe
    above, below, rest = {
        "count": (("cases", among), None, None),
        "children": (("children", universe), None, None),
        "share": (("cases", among), ("cases", universe), ("cases", f"{universe} but {among}")),
        "weighted": (("cases", among), ("cases", universe), ("cases", f"{universe} but {among}")),
        "children_share": (
            ("children", among),
            ("children", universe),
            ("others", f"{universe} but {among}"),
        ),
        "per_child": (("cases", universe), ("children", universe), None),
        "median": (None, ("cases", universe), None),
    }[one.how]
    return tuple(each and Number(*each, by, group) for each in (above, below, rest))  # type: ignore[return-value]


class Solver:
    def __init__(self, attacker: Attacker, known: Mapping[Number, int]) -> None:
        names = list(attacker.true)
        self.place = {number: place for place, number in enumerate(names)}
        matrix = np.zeros((len(attacker.rows), len(names)))
        for row, (weights, _) in enumerate(attacker.rows):
            for number, times in weights.items():
                matrix[row, self.place[number]] = times
        least = [-np.inf if is_at_most else 0 for _, is_at_most in attacker.rows]
        self.limits = LinearConstraint(matrix, least, 0) if attacker.rows else ()
        assert all(known[number] == attacker.true[number] for number in known)
        self.bounds = Bounds([known.get(each, 0) for each in names], [known.get(each, FAR) for each in names])

    def interval(self, number: Number) -> tuple[int, int]:
        goal = np.zeros(len(self.place))
        goal[self.place[number]] = 1
        return self._solved(goal), -self._solved(-goal)

    def _solved(self, goal: np.ndarray) -> int:
        answer = milp(goal, integrality=np.ones(len(goal)), bounds=self.bounds, constraints=self.limits)
        assert answer.success, answer.message
        return round(answer.fun)
