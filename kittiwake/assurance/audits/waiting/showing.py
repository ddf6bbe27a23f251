"""What waits for one person: records to audit, marks to make, their actions, and others' to look at. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import visibility
from kittiwake.assurance.audits.actions.showing import action_tasks
from kittiwake.assurance.audits.independence import why_not_theirs
from kittiwake.assurance.audits.models import Audit, Candidate, Moderation
from kittiwake.primitives.instruments.models import BlindMark
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, Task
from kittiwake.ui.dates import long_date

SHOWN = 50


@dataclass
class WaitingPage:
    viewer: Viewer
    at: datetime

    def __post_init__(self) -> None:
        self.child_ids: set[int] = set()

    @cached_property
    def to_audit(self) -> list[Task]:
        made = Audit.objects.filter(candidate=OuterRef("pk"), is_counted=True)
        mine = self.viewer.see(Candidate).filter(~Exists(made), auditor=self.viewer.user)
        found = mine.select_related("child", "sample__programme").order_by("due_on", "pk")[:SHOWN]
        return [self._candidate(one) for one in found]

    def _candidate(self, one: Candidate) -> Task:
        self.child_ids.add(one.child_id)
        is_late = one.due_on < local_date(self.at)
        return Task(
            one.child.name,
            href=reverse("audits:record_audit", args=[one.child_id, one.sample.programme_id]),
            hint=f"{one.sample.programme}, by {long_date(one.due_on)}",
            status=Status("Overdue", "red") if is_late else Status("To do", "blue"),
        )

    @cached_property
    def to_moderate(self) -> list[Task]:
        if not self.viewer.may(Power.AUDIT):
            return []
        asked = Q(moderator=self.viewer.user, is_blind=False)
        made_neither = ~Q(moderator=self.viewer.user) & ~Q(audit__auditor=self.viewer.user)
        third = Q(is_blind=True, marked_at__isnull=False) & made_neither
        mine = self.viewer.see(Moderation).filter(asked | third, settled_at=None)
        standing = mine.filter(audit__entry__struck_out_at=None).select_related(
            "audit__child", "audit__entry"
        )
        found = standing.order_by("asked_at")[:SHOWN]
        today = local_date(self.at)
        open_to_them = [one for one in found if not why_not_theirs(self.viewer.user, one.audit.child, today)]
        blind = visibility.blind_marks(self.viewer).select_related("child").order_by("asked_at")[:SHOWN]
        return [
            *(self._asked(one, one.child, "mark", "Mark it blind") for one in blind),
            *(
                self._asked(one, one.audit.child, "settle_mark", "Say which grade stands")
                for one in open_to_them
            ),
        ]

    def _asked(self, one: Moderation | BlindMark, child: Child, page: str, text: str) -> Task:
        self.child_ids.add(child.pk)
        return Task(
            child.name,
            href=reverse(f"audits:{page}", args=[one.pk]),
            hint=f"Asked on {long_date(one.asked_at)}",
            status=Status(text, "blue"),
        )

    @cached_property
    def mine(self) -> list[Task]:
        """What I am to do, soonest due first."""
        return self._actions(Q(owner__user=self.viewer.user, done_at=None))

    @cached_property
    def to_look_at(self) -> list[Task]:
        """Others' actions whose evidence or effect waits for somebody."""
        if not self.viewer.may(Power.AUDIT):
            return []
        return self._actions(Q(done_at__isnull=False) & ~Q(owner__user=self.viewer.user))

    def _actions(self, which: Q) -> list[Task]:
        found = visibility.actions(self.viewer).filter(which, closed_at=None).select_related("owner", "child")
        rows = list(found.order_by("due_on", "pk")[:SHOWN])
        self.child_ids |= {one.child_id for one in rows}
        return action_tasks(rows, self.at, named=True)

    @property
    def is_empty(self) -> bool:
        return not (self.to_audit or self.to_moderate or self.mine or self.to_look_at)
