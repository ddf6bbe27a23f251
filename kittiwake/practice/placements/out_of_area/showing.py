"""The list of children placed out of our area. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.rules import State
from kittiwake.practice.placements.showing import owed
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Task
from kittiwake.ui.dates import long_date


@dataclass
class AwayPage:
    """Every child in sight who is placed out of our area today, what is overdue first."""

    viewer: Viewer
    at: datetime

    @cached_property
    def rows(self) -> list[tuple[Move, int]]:
        today = local_date(self.at)
        moves = self.viewer.see(Move).away(today).select_related("placement", "entry", "child")
        rows = [
            (move, sum(duty.state(today) is State.OVERDUE for duty in owed(move)))
            for move in moves.prefetch_related("entry__clocks", "child__identifiers")
        ]
        return sorted(
            rows,
            key=lambda row: (-row[1], not row[0].placement.at_a_distance, row[0].child.surname, row[0].pk),
        )

    @property
    def items(self) -> list[Task]:
        return [self._item(move, late) for move, late in self.rows]

    @staticmethod
    def _item(move: Move, late: int) -> Task:
        placement = move.placement
        miles = f"{float(placement.miles):g} miles, " if placement.miles is not None else ""
        overdue = f". {late} overdue" if late else ""
        hint = f"{miles}since {long_date(placement.starts_on)}{overdue}"
        return Task(move.child.name, move.get_absolute_url(), hint, move.far)

    @property
    def child_ids(self) -> set[int]:
        return {move.child_id for move, _ in self.rows}
