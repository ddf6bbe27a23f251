"""What a child's page shows of the work with them and of where they are placed. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.practice.direct_work.goals.showing import GoalShown, goals_of
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.placements.models import Move
from kittiwake.record.models import Child


@dataclass
class Work:
    child: Child
    viewer: Viewer
    today: date

    @cached_property
    def goals(self) -> list[GoalShown]:
        """What they want to be different, and where they put themselves."""
        return goals_of(self.viewer, self.child)

    @cached_property
    def last_seen(self) -> Session | None:
        found = self.viewer.see(Session).held().filter(child=self.child, seen=True)
        return found.select_related("entry").order_by("-held_at").first()


def placed_on(viewer: Viewer, child: Child, day: date) -> Move | None:
    found = viewer.see(Move).on(day).filter(child=child)
    return found.select_related("placement__address", "entry").first()
