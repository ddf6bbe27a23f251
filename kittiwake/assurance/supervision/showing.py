"""What the pages of one supervision show. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.supervision import rules, visibility
from kittiwake.assurance.supervision.models import ChildPart, Sample, Supervision
from kittiwake.assurance.supervision.participants import the_two
from kittiwake.assurance.supervision.preparing.showing import Preparation, ToDiscuss
from kittiwake.record.models import Worker
from kittiwake.time.moments import Moment, local_date
from kittiwake.ui.components import Status, SummaryRow, Task
from kittiwake.ui.dates import long_date, long_moment


@dataclass
class SupervisionPage:
    supervision: Supervision
    viewer: Viewer
    at: datetime

    @property
    def with_whom(self) -> str:
        supervision = self.supervision
        return f"{supervision.worker or supervision.team} with {supervision.supervisor}"

    @cached_property
    def is_mine(self) -> bool:
        return self.viewer.user in the_two(self.supervision)

    @property
    def may_write(self) -> bool:
        return self.is_mine and self.supervision.struck_out_at is None and self.viewer.may(Power.RECORD)

    @property
    def may_sign(self) -> bool:
        supervision = self.supervision
        worker, _ = the_two(supervision)
        signed = (
            supervision.worker_signed_at if self.viewer.user == worker else supervision.supervisor_signed_at
        )
        return self.may_write and signed is None

    @property
    def has_personal_part(self) -> bool:
        return self.supervision.worker_id is not None

    @property
    def may_sample(self) -> bool:
        return not self.is_mine and self.viewer.may(Power.PLAN_AUDITS) and bool(self.parts)

    @cached_property
    def parts(self) -> list[ChildPart]:
        """Of children the viewer may see."""
        parts = self.viewer.see(ChildPart).standing().filter(supervision=self.supervision)
        return list(
            parts.select_related("entry", "child").prefetch_related("child__identifiers").order_by("pk")
        )

    @property
    def items(self) -> list[Task]:
        return [
            Task(
                part.child.name,
                href=part.get_absolute_url(),
                hint=part.decision[:150],
                status=Status("Written"),
            )
            for part in self.parts
        ]

    @cached_property
    def to_discuss(self) -> list[ToDiscuss]:
        """For the two, until both have signed: whom else to talk about, who has most waiting first."""
        supervision = self.supervision
        if not self.may_write or supervision.is_signed or supervision.worker is None:
            return []
        written = {part.child_id for part in self.parts}
        every = Preparation(self.viewer, supervision.worker, self.at).children
        return [child for child in every if child.child.pk not in written]

    @property
    def facts(self) -> list[SummaryRow]:
        supervision = self.supervision
        rows = [
            ("Held", long_moment(Moment(supervision.held_at, supervision.time_known))),
            (
                "How long",
                f"{supervision.minutes} minutes{'' if supervision.uninterrupted else ', interrupted'}",
            ),
            ("Was due by", long_date(supervision.due_on) if supervision.due_on else ""),
            ("Written down", f"{long_moment(supervision.recorded_at)}, {self._lag}"),
            ("Covering for", supervision.covering.worker.name if supervision.covering else ""),
            ("Next by", long_date(supervision.next_due_on) if supervision.next_due_on else ""),
            ("Supervisor signed", _signed(supervision.supervisor_signed_at)),
            ("Worker signed", _signed(supervision.worker_signed_at) if supervision.worker_id else ""),
        ]
        return [SummaryRow(key, value) for key, value in rows if value]

    @property
    def _lag(self) -> str:
        days = (local_date(self.supervision.recorded_at) - local_date(self.supervision.held_at)).days
        return "the same day" if days == 0 else "a day later" if days == 1 else f"{days} days later"

    @property
    def short(self) -> list[str]:
        supervision = self.supervision
        return rules.short_of_standard(supervision.kind, supervision.minutes, supervision.uninterrupted)

    @cached_property
    def samples(self) -> list[Sample]:
        return list(Sample.objects.filter(supervision=self.supervision).select_related("by").order_by("-at"))

    @property
    def child_ids(self) -> list[int]:
        return [part.child_id for part in self.parts] + [about.child.pk for about in self.to_discuss]


def _signed(at: datetime | None) -> str:
    return long_moment(at) if at else "Not yet"


def supervised(viewer: Viewer, worker: Worker) -> list[Supervision]:
    """The newest supervisions of a worker."""
    supervisions = visibility.supervisions(viewer).filter(worker=worker, struck_out_at=None)
    return list(supervisions.select_related("worker", "supervisor", "team").order_by("-held_at", "-pk")[:12])


def supervision_task(supervision: Supervision, *, sign: bool = False) -> Task:
    signed = Status("Signed") if supervision.is_signed else Status("Not signed by both", "yellow")
    return Task(
        f"{supervision}, {long_date(local_date(supervision.held_at))}",
        href=supervision.get_absolute_url(),
        hint=f"With {supervision.supervisor}, {supervision.minutes} minutes",
        status=Status("Sign", "blue") if sign else signed,
    )
