"""What the pages of direct work show, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.direct_work.goals.showing import GoalShown, goals_of
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.direct_work.sessions.showing import TITLES, task_of
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child, Words
from kittiwake.time.moments import local_date
from kittiwake.ui.components import SummaryRow, Task
from kittiwake.ui.dates import long_date


def quotes(viewer: Viewer, child: Child) -> QuerySet[Words]:
    """The child's own words, from wherever they were kept, newest first."""
    said = viewer.see(Words).filter(child=child, entry__struck_out_at=None)
    return said.select_related("entry").order_by("-said_at", "-pk")


@dataclass
class WorkPage:
    """All direct work with one child."""

    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def sessions(self) -> list[Session]:
        sessions = self.viewer.see(Session).standing().filter(child=self.child).select_related("entry")
        return sorted(sessions, key=lambda session: session.entry.happened_at, reverse=True)

    @property
    def items(self) -> list[Task]:
        return [task_of(session) for session in self.sessions]

    @cached_property
    def goals(self) -> list[GoalShown]:
        return goals_of(self.viewer, self.child)

    @cached_property
    def ended_goals(self) -> list[GoalShown]:
        return goals_of(self.viewer, self.child, ended=True)

    @cached_property
    def quotes(self) -> list[Words]:
        return list(quotes(self.viewer, self.child)[:3])

    @cached_property
    def clocks(self) -> list[tuple[str, Clock]]:
        """Visits that are due."""
        running = self.viewer.see(Clock).running().filter(entry__child=self.child, key__in=TITLES)
        return [(TITLES[clock.key], clock) for clock in running.order_by("due_at")]

    @property
    def summary(self) -> list[SummaryRow]:
        held = [session for session in self.sessions if session.state == "held"]
        seen = next((session for session in held if session.seen), None)
        alone = next((session for session in held if session.alone), None)
        return [
            SummaryRow("Last seen", _when(seen)),
            SummaryRow("Last seen alone", _when(alone)),
            SummaryRow("How to communicate", self.child.communication),
        ]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD)


def _when(session: Session | None) -> str:
    if session is None or session.held_at is None:
        return "Not yet"
    return f"{long_date(local_date(session.held_at))}, by {session.worker_name}"
