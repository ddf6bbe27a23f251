"""Everybody who has been a child's worker, and the days nobody was. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.gaps import rules as rules_of_gaps
from kittiwake.assurance.allocation.gaps.queries import Held, held
from kittiwake.assurance.allocation.gaps.rules import State, Stretch
from kittiwake.assurance.allocation.models import Away, Change
from kittiwake.record.models import Allocation, Child
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import counted, long_date

HELD_BY = {State.COVER: ("Duty cover", "orange"), State.NOBODY: ("Nobody", "red")}


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
        found = self.viewer.see(Change).standing().filter(child=self.child)
        return {one.after_id: one for one in found.select_related("entry", "after")}

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Newest first."""
        names = {row.worker_id: row.worker.name for row in self.held.rows if row.worker}
        return [self._row(one, names) for one in reversed(self.stretches)]

    def _row(self, one: Stretch, names: dict[Any, str]) -> dict[str, Any]:
        change = next(
            (
                c
                for c in self.changes.values()
                if c.after.starts_on == one.days.starts_on and c.after.worker_id == one.worker
            ),
            None,
        )
        until = f"to {long_date(one.days.ends_on)}" if one.days.ends_on else "and goes on"
        text, colour = HELD_BY.get(one.state, ("", ""))
        name = names.get(one.worker, "No worker")
        return {
            "title": name,
            "href": change.get_absolute_url() if change else "",
            "hint": f"From {long_date(one.days.starts_on)} {until}" + (f". {change.why}" if change else ""),
            "status": {"text": text, "colour": colour},
        }

    @property
    def said(self) -> str:
        """How many they had, in one sentence."""
        year = [
            day
            for day in rules_of_gaps.changes(self.stretches)
            if (self.today - day).days < 365 and day <= self.today
        ]
        workers = {one.worker for one in self.stretches if one.state is State.NAMED}
        return f"{counted(len(workers), 'worker')} so far, and {counted(len(year), 'change')} in the last 12 months."

    @property
    def may_allocate(self) -> bool:
        return self.viewer.may(Power.OVERSEE)

    @cached_property
    def others(self) -> list[Allocation]:
        """Beside the named worker today: who covers, and who else works with them."""
        found = self.viewer.see(Allocation).filter(child=self.child).exclude(role=Allocation.LEAD)
        return list(found.on(self.today).select_related("worker", "team").order_by("role", "pk"))

    @cached_property
    def away(self) -> Away | None:
        now = self.held.row_on(self.today)
        return away_on(now.worker_id, self.today) if now else None


def away_on(worker_id: int | None, day: date) -> Away | None:
    return Away.objects.on(day).filter(worker=worker_id).select_related("covered_by", "worker").first()
