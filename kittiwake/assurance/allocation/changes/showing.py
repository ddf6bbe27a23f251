"""One change of worker: why, what is handed over, and what is still to do. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.models import Change
from kittiwake.practice.risk.assessments.showing import waiting_mark
from kittiwake.practice.risk.presenting.showing import RisksPage
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.actions.showing import task_items
from kittiwake.record.models import Allocation
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, SummaryRow, Task
from kittiwake.ui.dates import long_date


@dataclass
class ChangePage:
    """One change of worker: why, what is handed over, and what is still to do."""

    change: Change
    viewer: Viewer
    at: datetime

    @property
    def rows(self) -> list[SummaryRow]:
        change = self.change
        rows = [
            ("Worker before", self._who(change.before)),
            ("From then on", self._who(change.after)),
            ("From", long_date(change.after.starts_on)),
            ("Why", change.why),
        ]
        if change.over_cap_why:
            rows.append(("Why somebody newly qualified who had enough children", change.over_cap_why))
        return [SummaryRow(key, value) for key, value in rows]

    @staticmethod
    def _who(row: Allocation | None) -> str:
        if row is None:
            return "Nobody: this was the first"
        cover = " (duty cover)" if row.is_cover else ""
        return f"{row.worker or 'Nobody'}{cover}, {row.team}"

    @property
    def note(self) -> list[SummaryRow]:
        change = self.change
        rows = [
            ("What matters to them now", change.matters),
            ("What was promised", change.promised),
            ("What to watch for", change.watch_for),
        ]
        return [SummaryRow(key, value) for key, value in rows]

    @cached_property
    def risks(self) -> Sequence[object]:
        """Those that stand; not for somebody asked for a second mark who must not learn the levels."""
        if not self.viewer.may(Power.SEE) or waiting_mark(self.viewer, self.change.child):
            return []
        return RisksPage(self.change.child, self.viewer).items

    @cached_property
    def actions(self) -> Sequence[object]:
        if not self.viewer.may(Power.SEE_CHRONOLOGY):
            return []
        agreed = self.viewer.see(Action).open().filter(entry__child=self.change.child)
        return task_items(
            agreed.select_related("owner", "team").order_by("due_on", "pk"), local_date(self.at)
        )

    @property
    def steps(self) -> list[Task]:
        """What makes a change of worker a handover, and how far it is."""
        change, steps = self.change, list[Task]()
        if change.needs_handover:
            steps += [
                self._step("Write what is handed over", "allocation:write_note", bool(change.matters)),
                self._step(f"Signed by {self._before}", "allocation:sign", change.signed_before_at, "before"),
                self._step(
                    f"Signed by {change.after.worker}", "allocation:sign", change.signed_after_at, "after"
                ),
            ]
        if change.is_to_somebody:
            steps.append(
                self._step(
                    "Introduce the new worker to the child", "allocation:introduce", change.introduced_on
                )
            )
        return steps

    @property
    def _before(self) -> str:
        return str(self.change.before.worker) if self.change.before else ""

    def _step(self, title: str, page: str, done: object, *more: str) -> Task:
        """A link while it is to be done; a note that is written is written again until it is signed."""
        may = self.viewer.may(Power.RECORD) and not self.change.entry.is_struck_out
        is_over = done and (done is not True or self.change.signed_after_at)
        href = reverse(page, args=[self.change.pk, *more]) if may and not is_over else ""
        return Task(title, href, status=Status("Done") if done else Status("To do", "yellow"))

    @property
    def may_strike_out(self) -> bool:
        return self.viewer.may(Power.OVERSEE) and not self.change.entry.is_struck_out

    @property
    def met(self) -> list[SummaryRow]:
        change = self.change
        if change.introduced_on is None:
            return []
        rows = [
            ("They met", f"{long_date(change.introduced_on)}, introduced by {change.introduced_by}"),
            ("How it went", change.introduced_how),
            (
                "The child was told",
                f"{long_date(change.told_on)}. {change.get_told_how_display()}" if change.told_on else "",
            ),
        ]
        return [SummaryRow(key, value) for key, value in rows]

    @property
    def signed(self) -> list[str]:
        change, lines = self.change, list[str]()
        if change.signed_before_at:
            why = f", for {self._before}: {change.signed_for_why}" if change.signed_for_why else ""
            lines.append(f"{change.signed_before_by} signed on {long_date(change.signed_before_at)}{why}.")
        if change.signed_after_at:
            lines.append(f"{change.signed_after_by} signed on {long_date(change.signed_after_at)}.")
        return lines
