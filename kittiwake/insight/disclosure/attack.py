"""What can be worked out of hidden numbers by whoever knows everything shown and how the numbers hang together.

The least and the most that a hidden number can be are two linear programmes. What they find in fractions is looked for in
whole numbers too, since nobody counts half a child. scipy brings the solver (HiGHS); it takes a third of a second to import.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import cached_property

from kittiwake.insight.disclosure.publication import Cell, Publication, Relation

if TYPE_CHECKING:
    import numpy as np

HAIR = 1e-6
UP, DOWN = 1, -1


class NotSolved(RuntimeError):
    """The solver gave no answer."""


@dataclass(frozen=True)
class Cut:
    """Cells of which so much must be hidden: Σ weights × hidden ≥ least, `hidden` being 0 or 1 for each cell."""

    weights: Any
    least: float


@dataclass
class Attack:
    """On one publication. A possible world is said by how far each number is from what it is."""

    publication: Publication

    def __post_init__(self) -> None:
        import numpy as np

        self.cells: list[Cell] = sorted(self.publication.numbers)
        self.place = {cell: place for place, cell in enumerate(self.cells)}
        self.truth = np.array([self.publication.numbers[cell] for cell in self.cells], dtype=float)
        # Further than this no number needs to be able to go: to say so makes no interval look wider than it is.
        self.far = float(2 * self.truth.max(initial=0) + 100)
        self.equal = self._rows([each for each in self.publication.relations if not each.is_at_most])
        at_most = [each for each in self.publication.relations if each.is_at_most]
        self.at_most = self._rows(at_most)
        self.slack = np.array([-each.sum(self.publication.numbers) for each in at_most], dtype=float)

    def _rows(self, relations: list[Relation]) -> Any:
        from scipy.sparse import csr_array

        entries = [
            (row, self.place[cell], times)
            for row, relation in enumerate(relations)
            for cell, times in relation.weights
        ]
        rows, columns, times = zip(*entries, strict=True) if entries else ((), (), ())
        return csr_array((times, (rows, columns)), shape=(len(relations), len(self.cells)), dtype=float)

    def mask(self, cells: Collection[Cell]) -> np.ndarray:
        import numpy as np

        named = np.zeros(len(self.cells), dtype=bool)
        named[[self.place[cell] for cell in cells]] = True
        return named

    def interval(self, visible: Collection[Cell], cell: Cell) -> tuple[int, int]:
        """The least and the most the number can be. The most is `far` where nothing keeps it."""
        import numpy as np

        there, hidden = self.place[cell], Hidden(self, ~self.mask(visible))
        if not hidden.mask[there]:
            return int(self.truth[there]), int(self.truth[there])
        least, most = (self.truth[there] + hidden.furthest(there, way)[there] for way in (DOWN, UP))
        return int(np.round(least)), int(np.round(most))


@dataclass
class Hidden:
    """The numbers that are hidden; those among them that hang together by hidden numbers alone are looked at alone."""

    attack: Attack
    mask: Any

    @cached_property
    def _pieces(self) -> Any:
        from scipy.sparse import csgraph, vstack

        rows = abs(vstack([self.attack.equal, self.attack.at_most]))[:, self.mask]
        return csgraph.connected_components(rows.T @ rows, directed=False)[1]

    def piece(self, there: int) -> Any:
        import numpy as np

        places = np.flatnonzero(self.mask)
        return places[self._pieces == self._pieces[np.searchsorted(places, there)]]

    def furthest(self, there: int, way: int, *, whole: bool = True) -> Any:
        """The possible world in which that number is furthest up or down; in whole numbers, unless fractions will do."""
        import numpy as np

        world = np.zeros(len(self.attack.cells))
        piece = self.piece(there)
        offsets = self._solved(piece, there, way)
        if whole and np.abs(offsets - np.round(offsets)).max() > HAIR:
            offsets = self._solved(piece, there, way, whole=True)
        world[piece] = np.round(offsets) if whole else offsets
        return world

    def _solved(self, piece: Any, there: int, way: int, *, whole: bool = False) -> Any:
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, linprog, milp

        goal = np.where(piece == there, -float(way), 0.0)
        low = -self.attack.truth[piece]
        equal, at_most, slack = self._rows_of(piece)
        if whole:
            limits = [
                LinearConstraint(rows, lower, upper)
                for rows, lower, upper in ((equal, 0, 0), (at_most, -np.inf, slack))
                if rows.shape[0]
            ]
            answer = milp(
                goal, integrality=np.ones(len(piece)), bounds=Bounds(low, self.attack.far), constraints=limits
            )
        else:
            bounds = np.column_stack([low, np.full(len(piece), self.attack.far)])
            answer = linprog(
                goal, A_eq=equal, b_eq=np.zeros(equal.shape[0]), A_ub=at_most, b_ub=slack, bounds=bounds
            )
        if answer.x is None:
            raise NotSolved
        return answer.x

    def _rows_of(self, piece: Any) -> tuple[Any, Any, Any]:
        """The relations that bear on the piece, without those that do not."""
        import numpy as np

        equal, at_most = self.attack.equal[:, piece], self.attack.at_most[:, piece]
        some, bears = np.diff(equal.indptr) > 0, np.diff(at_most.indptr) > 0
        return equal[np.flatnonzero(some)], at_most[np.flatnonzero(bears)], self.attack.slack[bears]

    def cut(self, there: int, way: int, need: float) -> Cut:
        """Why that number cannot go as far as it should, as what must be hidden for it to: from the programme's dual.

        Whatever else is hidden, it cannot go further than what each hidden number is worth to it comes to.
        """
        import numpy as np
        from scipy.optimize import linprog

        attack, goal = self.attack, np.zeros(len(self.attack.cells))
        goal[there] = -float(way)
        bounds = np.column_stack([np.where(self.mask, -attack.truth, 0), np.where(self.mask, attack.far, 0)])
        answer = linprog(
            goal, A_eq=attack.equal, b_eq=np.zeros(attack.equal.shape[0]), A_ub=attack.at_most, b_ub=attack.slack, bounds=bounds
        )  # fmt: skip
        if answer.x is None:
            raise NotSolved
        worth = goal - attack.equal.T @ answer.eqlin.marginals - attack.at_most.T @ answer.ineqlin.marginals
        weights = np.where(
            worth > HAIR, worth * attack.truth, np.where(worth < -HAIR, -worth * attack.far, 0)
        )
        least = need + float(answer.ineqlin.marginals @ attack.slack)
        return Cut(np.minimum(weights, max(least, 0.0)), least)
