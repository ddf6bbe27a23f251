"""The cheapest figures to hide, so that every number that is too small could still be any small number.

Which figures to hide is one integer programme; whether that is enough is the attack on it. What the attack finds is a
condition more on the programme, until it finds nothing (the cuts of M. Fischetti and J. J. Salazar-González, Solving the cell
suppression problem on tabular data with linear constraints, Management Science 47, 2001). Where no answer comes in time all of what
hangs together is hidden: more than any answer would hide, so that two readers never have two answers to hold together.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import cached_property

from kittiwake.insight.disclosure.attack import DOWN, HAIR, UP, Attack, Cut, Hidden, NotSolved
from kittiwake.insight.disclosure.publication import Publication, Shown

SECONDS = 30.0  # for all that hangs together
NEAR_ENOUGH = 0.01  # of the cheapest cost


def suppressed(publication: Publication, seconds: float = SECONDS) -> set[str]:
    """The keys of the figures to hide."""
    hidden: set[str] = set()
    for part in publication.parts():
        hidden |= Suppression(part, time.monotonic() + seconds).keys
    return hidden


@dataclass
class Suppression:
    """Of numbers that hang together."""

    publication: Publication
    until: float

    @cached_property
    def keys(self) -> set[str]:
        at_least = [each for each in self.publication.shown if self._must_hide(each)]
        if not at_least and not self.publication.sensitive:
            return set()
        try:
            return self._cheapest()
        except NotSolved:
            return self._everything()

    def _must_hide(self, shown: Shown) -> bool:
        return shown.must_hide or not shown.cells.isdisjoint(self.publication.sensitive)

    def _everything(self) -> set[str]:
        """All that is no nought; where that is not enough, the noughts as well."""
        numbers, may = self.publication.numbers, [each for each in self.publication.shown if not each.is_out]
        hidden = {
            each.key for each in may if self._must_hide(each) or any(numbers[cell] for cell in each.cells)
        }
        try:
            is_enough = not any(self._found(hidden))
        except NotSolved:
            is_enough = False
        return hidden if is_enough else {each.key for each in may}

    def _cheapest(self) -> set[str]:
        cuts: list[Cut] = []
        while True:
            hidden = self._solved(cuts)
            more = list(self._found(hidden))
            if not more:
                return hidden
            cuts += more

    @cached_property
    def _attack(self) -> Attack:
        return Attack(self.publication)

    @cached_property
    def _worlds(self) -> list[Any]:
        """Possible worlds found before: one tells of many numbers how far they can go."""
        import numpy as np

        return [np.zeros(len(self._attack.cells))]

    def _found(self, keys: set[str]) -> Iterator[Cut]:
        """What is still given away where these are hidden."""
        attack = self._attack
        hidden = Hidden(attack, ~attack.mask(self.publication.visible(keys)))
        for cell, (low, high) in sorted(self.publication.sensitive.items()):
            there = attack.place[cell]
            number = attack.truth[there]
            for way, need in ((UP, high - number), (DOWN, number - low)):
                if need <= 0 or self._is_known_to_reach(hidden, there, way, need):
                    continue
                yield from self._kept_from(hidden, there, way, need)

    def _is_known_to_reach(self, hidden: Hidden, there: int, way: int, need: float) -> bool:
        return any(way * world[there] >= need and not world[~hidden.mask].any() for world in self._worlds)

    def _kept_from(self, hidden: Hidden, there: int, way: int, need: float) -> Iterator[Cut]:
        """A condition where it cannot go so far; the world in which it does is remembered where it can."""
        import numpy as np

        if not hidden.mask[there]:  # all that showed it was published before
            raise NotSolved
        reached = hidden.furthest(there, way, whole=False)
        if way * reached[there] < need - HAIR:
            yield hidden.cut(there, way, need)
            return
        world = hidden.furthest(there, way)
        if way * world[there] < need:
            # In fractions it could, in whole numbers it cannot: one more at least must be hidden, whichever.
            yield Cut(np.where(hidden.mask, 0.0, 1.0), 1.0)
            return
        self._worlds.append(world)

    def _solved(self, cuts: list[Cut]) -> set[str]:
        """The figures to hide, by what is known so far. A cell is hidden where every figure that shows it is."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        shown = self.publication.shown
        must = np.array([self._must_hide(each) for each in shown], dtype=float)
        may = np.array([not each.is_out for each in shown], dtype=float)
        left = self.until - time.monotonic()
        if left <= 0 or (must > may).any():
            raise NotSolved
        figures, cells = len(shown), len(self._attack.cells)
        limits = [
            self._shows,
            *([LinearConstraint(self._together(cuts), [cut.least for cut in cuts])] if cuts else []),
        ]
        answer = milp(
            np.concatenate([[each.cost for each in shown], np.zeros(cells)]),
            integrality=np.concatenate([np.ones(figures), np.zeros(cells)]),
            bounds=Bounds(np.concatenate([must, np.zeros(cells)]), np.concatenate([may, np.ones(cells)])),
            constraints=limits,
            options={"time_limit": left, "mip_rel_gap": NEAR_ENOUGH},
        )
        if answer.status != 0:
            raise NotSolved
        return {each.key for each, hide in zip(shown, answer.x, strict=False) if hide > 0.5}

    @cached_property
    def _shows(self) -> Any:
        """No cell is hidden more than each of the figures that show it."""
        from scipy.optimize import LinearConstraint
        from scipy.sparse import csr_array

        pairs = [
            (number, self._attack.place[cell])
            for number, each in enumerate(self.publication.shown)
            for cell in sorted(each.cells)
        ]
        figures = len(self.publication.shown)
        rows = [row for row in range(len(pairs)) for _ in range(2)]
        columns = [column for figure, cell in pairs for column in (figure, figures + cell)]
        signs = [-1.0, 1.0] * len(pairs)
        matrix = csr_array((signs, (rows, columns)), shape=(len(pairs), figures + len(self._attack.cells)))
        return LinearConstraint(matrix, ub=0)

    def _together(self, cuts: list[Cut]) -> Any:
        import numpy as np

        nothing = np.zeros(len(self.publication.shown))
        return np.array([np.concatenate([nothing, cut.weights]) for cut in cuts])
