"""What the pages of one supervision and of one child's part show. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.models import ChildPart, PersonalNote, Sample, Supervision
from kittiwake.assurance.supervision.preparing import Preparation, ToDiscuss
from kittiwake.assurance.supervision.reach import seen
from kittiwake.assurance.supervision.recording_of_personal import the_two
from kittiwake.primitives.actions.showing import of_entry, task_items
from kittiwake.record.models import Child, Worker
from kittiwake.time.moments import Moment, local_date
from kittiwake.ui.dates import long_date, long_moment


@dataclass
class SupervisionPage:
    supervision: Supervision
    viewer: Viewer
    at: datetime

    @property
    def with_whom(self) -> str:
        one = self.supervision
        return f"{one.worker or one.team} with {one.supervisor}"

    @cached_property
    def is_mine(self) -> bool:
        return self.viewer.user in the_two(self.supervision)

    @property
    def may_write(self) -> bool:
        return self.is_mine and self.supervision.struck_out_at is None and self.viewer.may(Power.RECORD)

    @property
    def may_sign(self) -> bool:
        one = self.supervision
        worker, _ = the_two(one)
        signed = one.worker_signed_at if self.viewer.user == worker else one.supervisor_signed_at
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
        found = self.viewer.see(ChildPart).standing().filter(supervision=self.supervision)
        return list(
            found.select_related("entry", "child").prefetch_related("child__identifiers").order_by("pk")
        )

    @property
    def items(self) -> list[dict[str, Any]]:
        return [
            {
                "title": part.child.name,
                "href": part.get_absolute_url(),
                "hint": part.decision[:150],
                "status": {"text": "Written"},
            }
            for part in self.parts
        ]

    @cached_property
    def to_discuss(self) -> list[ToDiscuss]:
        """For the two, until both have signed: whom else to talk about, who has most waiting first."""
        one = self.supervision
        if not self.may_write or one.is_signed or one.worker is None:
            return []
        written = {part.child_id for part in self.parts}
        every = Preparation(self.viewer, one.worker, self.at).children
        return [child for child in every if child.child.pk not in written]

    @property
    def facts(self) -> list[dict[str, Any]]:
        one = self.supervision
        rows = [
            ("Held", long_moment(Moment(one.held_at, one.time_known))),
            ("How long", f"{one.minutes} minutes{'' if one.uninterrupted else ', interrupted'}"),
            ("Was due by", long_date(one.due_on) if one.due_on else ""),
            ("Written down", f"{long_moment(one.recorded_at)}, {self._lag}"),
            ("Covering for", one.covering.worker.name if one.covering else ""),
            ("Next by", long_date(one.next_due_on) if one.next_due_on else ""),
            ("Supervisor signed", _signed(one.supervisor_signed_at)),
            ("Worker signed", _signed(one.worker_signed_at) if one.worker_id else ""),
        ]
        return [{"key": key, "value": value} for key, value in rows if value]

    @property
    def _lag(self) -> str:
        days = (local_date(self.supervision.recorded_at) - local_date(self.supervision.held_at)).days
        return "the same day" if days == 0 else "a day later" if days == 1 else f"{days} days later"

    @property
    def short(self) -> list[str]:
        one = self.supervision
        return rules.short_of_standard(one.kind, one.minutes, one.uninterrupted)

    @cached_property
    def samples(self) -> list[Sample]:
        return list(Sample.objects.filter(supervision=self.supervision).select_related("by").order_by("-at"))

    @property
    def child_ids(self) -> list[int]:
        return [part.child_id for part in self.parts] + [one.child.pk for one in self.to_discuss]


def _signed(at: datetime | None) -> str:
    return long_moment(at) if at else "Not yet"


@dataclass
class PersonalPage:
    """Made only for one of the two; row-level security gives nobody else a row."""

    supervision: Supervision

    @cached_property
    def notes(self) -> list[PersonalNote]:
        found = PersonalNote.objects.filter(supervision=self.supervision)
        return list(found.select_related("by").order_by("-pk"))


@dataclass
class PartPage:
    part: ChildPart
    viewer: Viewer
    at: datetime

    @property
    def facts(self) -> list[dict[str, str]]:
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
        return [{"key": key, "value": value} for key, value in rows if value]

    @property
    def met(self) -> str:
        part = self.part
        who = f"{part.worker} with {part.supervisor}" if part.worker else f"A group with {part.supervisor}"
        return f"{who}, {long_date(local_date(part.entry.happened_at))}"

    @cached_property
    def directions(self) -> list[dict[str, Any]]:
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
        return seen(self.viewer, Supervision).filter(pk=self.part.supervision_id).first()


def last_time(viewer: Viewer, child: Child, at: datetime) -> PartPage | None:
    """What was said of the child before, as the form for the next one shows it."""
    found = viewer.see(ChildPart).standing().filter(child=child)
    found = found.select_related("entry", "worker", "supervisor").order_by("-entry__happened_at", "-pk")
    part = found.first()
    return PartPage(part, viewer, at) if part else None


def supervised(viewer: Viewer, worker: Worker) -> list[Supervision]:
    """The newest supervisions of a worker."""
    found = seen(viewer, Supervision).filter(worker=worker, struck_out_at=None)
    return list(found.select_related("worker", "supervisor", "team").order_by("-held_at", "-pk")[:12])
