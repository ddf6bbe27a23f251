"""What the pages of allocation show, in a reader's order. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation import rules
from kittiwake.assurance.allocation.facts import Held, held
from kittiwake.assurance.allocation.models import Away, Change
from kittiwake.assurance.allocation.rules import State, Stretch
from kittiwake.practice.risk.assessments.showing import waiting_mark
from kittiwake.practice.risk.presenting.showing import RisksPage
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.actions.showing import task_items
from kittiwake.record.models import Allocation, Child
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Task
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
            for day in rules.changes(self.stretches)
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


@dataclass
class ChangePage:
    """One change of worker: why, what is handed over, and what is still to do."""

    change: Change
    viewer: Viewer
    at: datetime

    @property
    def rows(self) -> list[dict[str, Any]]:
        one = self.change
        rows = [
            ("Worker before", self._who(one.before)),
            ("From then on", self._who(one.after)),
            ("From", long_date(one.after.starts_on)),
            ("Why", one.why),
        ]
        if one.over_cap_why:
            rows.append(("Why somebody newly qualified who had enough children", one.over_cap_why))
        return [{"key": key, "value": value} for key, value in rows]

    @staticmethod
    def _who(row: Allocation | None) -> str:
        if row is None:
            return "Nobody: this was the first"
        cover = " (duty cover)" if row.is_cover else ""
        return f"{row.worker or 'Nobody'}{cover}, {row.team}"

    @property
    def note(self) -> list[dict[str, Any]]:
        one = self.change
        rows = [
            ("What matters to them now", one.matters),
            ("What was promised", one.promised),
            ("What to watch for", one.watch_for),
        ]
        return [{"key": key, "value": value} for key, value in rows]

    @cached_property
    def risks(self) -> list[Task]:
        """Those that stand; not for somebody asked for a second mark who must not learn the levels."""
        if not self.viewer.may(Power.SEE) or waiting_mark(self.viewer, self.change.child):
            return []
        return RisksPage(self.change.child, self.viewer).items

    @cached_property
    def actions(self) -> list[dict[str, Any]]:
        if not self.viewer.may(Power.SEE_CHRONOLOGY):
            return []
        found = self.viewer.see(Action).open().filter(entry__child=self.change.child)
        return task_items(found.select_related("owner", "team").order_by("due_on", "pk"), local_date(self.at))

    @property
    def steps(self) -> list[dict[str, Any]]:
        """What makes a change of worker a handover, and how far it is."""
        one, steps = self.change, []
        if one.needs_handover:
            steps += [
                self._step("Write what is handed over", "allocation:write_note", bool(one.matters)),
                self._step(f"Signed by {self._before}", "allocation:sign", one.signed_before_at, "before"),
                self._step(f"Signed by {one.after.worker}", "allocation:sign", one.signed_after_at, "after"),
            ]
        if one.is_to_somebody:
            steps.append(
                self._step("Introduce the new worker to the child", "allocation:introduce", one.introduced_on)
            )
        return steps

    @property
    def _before(self) -> str:
        return str(self.change.before.worker) if self.change.before else ""

    def _step(self, title: str, page: str, done: Any, *more: str) -> dict[str, Any]:
        may = self.viewer.may(Power.RECORD) and not self.change.entry.is_struck_out
        over = done and (
            done is not True or self.change.signed_after_at
        )  # only an unsigned note is written again
        href = reverse(page, args=[self.change.pk, *more]) if may and not over else ""
        status = {"text": "Done", "colour": ""} if done else {"text": "To do", "colour": "yellow"}
        return {"title": title, "href": href, "hint": "", "status": status}

    @property
    def may_strike_out(self) -> bool:
        return self.viewer.may(Power.OVERSEE) and not self.change.entry.is_struck_out

    @property
    def met(self) -> list[dict[str, Any]]:
        one = self.change
        if one.introduced_on is None:
            return []
        rows = [
            ("They met", f"{long_date(one.introduced_on)}, introduced by {one.introduced_by}"),
            ("How it went", one.introduced_how),
            (
                "The child was told",
                f"{long_date(one.told_on)}. {one.get_told_how_display()}" if one.told_on else "",
            ),
        ]
        return [{"key": key, "value": value} for key, value in rows]

    @property
    def signed(self) -> list[str]:
        one, said = self.change, []
        if one.signed_before_at:
            why = f", for {self._before}: {one.signed_for_why}" if one.signed_for_why else ""
            said.append(f"{one.signed_before_by} signed on {long_date(one.signed_before_at)}{why}.")
        if one.signed_after_at:
            said.append(f"{one.signed_after_by} signed on {long_date(one.signed_after_at)}.")
        return said
