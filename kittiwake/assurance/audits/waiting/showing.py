"""What waits for one person: records to audit, marks to make, their actions, and others' to look at. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import visibility
from kittiwake.assurance.audits.actions.showing import action_tasks
from kittiwake.assurance.audits.independence import why_not_theirs
from kittiwake.assurance.audits.models import Audit, Candidate, Moderation
from kittiwake.primitives.instruments.models import BlindMark
from kittiwake.queries.together import together
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
        audited = Audit.objects.filter(candidate=OuterRef("pk"), is_counted=True)
        mine = self.viewer.see(Candidate).filter(~Exists(audited), auditor=self.viewer.user)
        candidates = mine.select_related("child", "sample__programme").order_by("due_on", "pk")[:SHOWN]
        return [self._candidate(candidate) for candidate in candidates]

    def _candidate(self, candidate: Candidate) -> Task:
        self.child_ids.add(candidate.child_id)
        is_late = candidate.due_on < local_date(self.at)
        return Task(
            candidate.child.name,
            href=reverse("audits:record_audit", args=[candidate.child_id, candidate.sample.programme_id]),
            hint=f"{candidate.sample.programme}, by {long_date(candidate.due_on)}",
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
        moderations = standing.order_by("asked_at")[:SHOWN]
        today = local_date(self.at)
        refusals = together(
            *(partial(why_not_theirs, self.viewer.user, row.audit.child, today) for row in moderations)
        )
        open_to_them = [row for row, why_not in zip(moderations, refusals, strict=True) if not why_not]
        blind = visibility.blind_marks(self.viewer).select_related("child").order_by("asked_at")[:SHOWN]
        return [
            *(self._asked(mark, mark.child, "mark", "Mark it blind") for mark in blind),
            *(
                self._asked(moderation, moderation.audit.child, "settle_mark", "Say which grade stands")
                for moderation in open_to_them
            ),
        ]

    def _asked(self, mark: Moderation | BlindMark, child: Child, page: str, text: str) -> Task:
        self.child_ids.add(child.pk)
        return Task(
            child.name,
            href=reverse(f"audits:{page}", args=[mark.pk]),
            hint=f"Asked on {long_date(mark.asked_at)}",
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
        actions = (
            visibility.actions(self.viewer).filter(which, closed_at=None).select_related("owner", "child")
        )
        rows = list(actions.order_by("due_on", "pk")[:SHOWN])
        self.child_ids |= {row.child_id for row in rows}
        return action_tasks(rows, self.at, named=True)

    @property
    def is_empty(self) -> bool:
        return not (self.to_audit or self.to_moderate or self.mine or self.to_look_at)
