"""Everywhere a child has been placed, and what each move changed. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.rules import State
from kittiwake.practice.placements.showing import owed
from kittiwake.practice.placements.stability import rules as comparing
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Task
from kittiwake.ui.dates import long_date


@dataclass
class PlacementsPage:
    """Everywhere one child has been placed, newest first, and what each move changed."""

    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def moves(self) -> list[Move]:
        moves = self.viewer.see(Move).standing().filter(child=self.child)
        rows = moves.select_related("placement", "entry").prefetch_related("entry__clocks")
        return sorted(rows, key=lambda row: row.placement.starts_on, reverse=True)

    @property
    def now(self) -> Move | None:
        today = local_date(self.at)
        return next(
            (move for move in self.moves if move.placement.ends_on is None or move.placement.ends_on > today),
            None,
        )

    @property
    def items(self) -> list[Task]:
        return [self._item(move) for move in self.moves]

    def _item(self, move: Move) -> Task:
        placement, today = move.placement, local_date(self.at)
        late = sum(duty.state(today) is State.OVERDUE for duty in owed(move))
        until = f" until {long_date(placement.ends_on)}" if placement.ends_on else ""
        hint = f"From {long_date(placement.starts_on)}{until}" + (f". {late} overdue" if late else "")
        return Task(
            placement.home_name or placement.carer or "Placement", move.get_absolute_url(), hint, move.far
        )

    @property
    def columns(self) -> list[dict[str, Any]]:
        numbers = ("Days on each side", "Missing before", "Missing since")
        return [
            {"text": "Move"},
            {"text": "Which way"},
            *({"text": text, "is_number": True} for text in numbers),
        ]

    @cached_property
    def compared(self) -> list[list[str]]:
        """Each move but the first, beside how often they went missing before and since."""
        if not self.viewer.may(Power.SEE_MISSING):
            return []
        episodes = self.viewer.see(Episode).standing().filter(child=self.child)
        started = [local_date(episode.started_at) for episode in episodes]
        pairs = list(zip(self.moves, self.moves[1:], strict=False))
        return [row for after, before in pairs if (row := self._compared(before, after, started))]

    def _compared(self, before: Move, after: Move, started: list[date]) -> list[str] | None:
        compared = comparing.compare(started, after.placement.starts_on, local_date(self.at))
        if compared is None:
            return None
        nearer = comparing.is_nearer(where(before), where(after))
        way = "Nearer home" if nearer else "Not nearer"
        return [
            long_date(after.placement.starts_on),
            way,
            str(compared.days),
            str(compared.before),
            str(compared.after),
        ]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD)


def where(move: Move) -> comparing.Where:
    placement = move.placement
    return comparing.Where(placement.out_of_area, placement.at_a_distance, placement.miles)
