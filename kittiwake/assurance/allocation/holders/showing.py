"""Everybody who has been a child's worker, and the days nobody was. Reads only."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.gaps import rules as rules_of_gaps
from kittiwake.assurance.allocation.gaps.queries import Held, held
from kittiwake.assurance.allocation.gaps.rules import State, Stretch
from kittiwake.assurance.allocation.models import Away, Change
from kittiwake.record.models import Allocation, Child
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, Task
from kittiwake.ui.dates import counted, long_date

HELD_BY = {
    State.NAMED: Status(""),
    State.COVER: Status("Duty cover", "orange"),
    State.NOBODY: Status("Nobody", "red"),
}


@dataclass
class WorkersOf:
    """Everybody who has been a child's worker, and the days nobody was."""

    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def today(self) -> date:
        return local_date(self.at)

    @cached_property
    def held(self) -> Held:
        return held(self.viewer.see, [self.child.pk]).get(self.child.pk, Held([], []))

    @cached_property
    def stretches(self) -> list[Stretch]:
        return self.held.stretches

    @cached_property
    def changes(self) -> dict[int, Change]:
        """By the allocation that began with it."""
        standing = self.viewer.see(Change).standing().filter(child=self.child)
        return {change.after_id: change for change in standing.select_related("entry", "after")}

    @property
    def rows(self) -> list[Task]:
        """Newest first."""
        names: dict[Hashable, str] = {row.worker_id: row.worker.name for row in self.held.rows if row.worker}
        return [self._row(stretch, names) for stretch in reversed(self.stretches)]

    def _row(self, stretch: Stretch, names: Mapping[Hashable, str]) -> Task:
        change = self._change_at(stretch)
        until = f"to {long_date(stretch.days.ends_on)}" if stretch.days.ends_on else "and goes on"
        hint = f"From {long_date(stretch.days.starts_on)} {until}" + (f". {change.why}" if change else "")
        name = names.get(stretch.worker, "No worker")
        return Task(name, change.get_absolute_url() if change else "", hint, HELD_BY[stretch.state])

    def _change_at(self, stretch: Stretch) -> Change | None:
        """The change of worker that the stretch began with."""
        begins = (stretch.days.starts_on, stretch.worker)
        changes = (
            change
            for change in self.changes.values()
            if (change.after.starts_on, change.after.worker_id) == begins
        )
        return next(changes, None)

    @property
    def said(self) -> str:
        """How many they had, in one sentence."""
        year = [
            day
            for day in rules_of_gaps.changes(self.stretches)
            if (self.today - day).days < 365 and day <= self.today
        ]
        workers = {stretch.worker for stretch in self.stretches if stretch.state is State.NAMED}
        return f"{counted(len(workers), 'worker')} so far, and {counted(len(year), 'change')} in the last 12 months."

    @property
    def may_allocate(self) -> bool:
        return self.viewer.may(Power.OVERSEE)

    @cached_property
    def others(self) -> list[Allocation]:
        """Beside the named worker today: who covers, and who else works with them."""
        beside = self.viewer.see(Allocation).filter(child=self.child).exclude(role=Allocation.LEAD)
        return list(beside.on(self.today).select_related("worker", "team").order_by("role", "pk"))

    @cached_property
    def away(self) -> Away | None:
        current = self.held.row_on(self.today)
        return away_on(current.worker_id, self.today) if current else None


def away_on(worker_id: int | None, day: date) -> Away | None:
    return Away.objects.on(day).filter(worker=worker_id).select_related("covered_by", "worker").first()
