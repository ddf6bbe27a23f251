"""What the page of one child’s part shows. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.supervision import rules, visibility
from kittiwake.assurance.supervision.models import ChildPart, Supervision
from kittiwake.primitives.actions.showing import of_entry, task_items
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.components import SummaryRow
from kittiwake.ui.dates import long_date


@dataclass
class PartPage:
    part: ChildPart
    viewer: Viewer
    at: datetime

    @property
    def facts(self) -> list[SummaryRow]:
        part = self.part
        last = part.get_last_direction_display()
        rows = [
            ("What has changed for the child", part.changed),
            ("What the child says or shows", part.child_view),
            ("The risk now", part.risk),
            ("Was last time’s direction done?", last),
            ("Progress", part.progress),
            ("Effect of the help", part.effect),
            ("Reflection", part.reflection),
            ("Decided", part.decision),
            ("Why", part.reasons),
            ("To be discussed again by", long_date(part.next_on)),
        ]
        return [SummaryRow(key, value) for key, value in rows if value]

    @property
    def met(self) -> str:
        part = self.part
        who = f"{part.worker} with {part.supervisor}" if part.worker else f"A group with {part.supervisor}"
        return f"{who}, {long_date(local_date(part.entry.happened_at))}"

    @cached_property
    def directions(self) -> list[Any]:
        return task_items(of_entry(self.part.entry, self.viewer), local_date(self.at))

    @property
    def gaps(self) -> list[str]:
        part = self.part
        return rules.gaps(
            changed=part.changed, child_view=part.child_view, risk=part.risk, progress=part.progress,
            reflection=part.reflection, effect=part.effect,
        )  # fmt: skip

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD) and not self.part.entry.is_struck_out

    @cached_property
    def supervision(self) -> Supervision | None:
        """When the viewer may see that too."""
        return visibility.supervisions(self.viewer).filter(pk=self.part.supervision_id).first()


def last_time(viewer: Viewer, child: Child, at: datetime) -> PartPage | None:
    """What was said of the child before, as the form for the next one shows it."""
    parts = viewer.see(ChildPart).standing().filter(child=child)
    parts = parts.select_related("entry", "worker", "supervisor").order_by("-entry__happened_at", "-pk")
    part = parts.first()
    return PartPage(part, viewer, at) if part else None
