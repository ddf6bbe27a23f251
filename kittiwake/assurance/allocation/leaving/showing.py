"""What is still a worker's, and has to go somewhere before they leave. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.allocation.leaving.queries import Remaining, remaining_with
from kittiwake.assurance.allocation.models import Away, Change, not_over
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.models import Engagement
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.return_interviews.models import Offer
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Allocation, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, Task
from kittiwake.ui.dates import counted, long_date

SHOWN = 100


@dataclass
class LeavingPage:
    """Everything that is one worker's, and has to go somewhere before they do."""

    worker: Worker
    viewer: Viewer
    at: datetime

    @cached_property
    def today(self) -> date:
        return local_date(self.at)

    @cached_property
    def held(self) -> list[Allocation]:
        """The children that are theirs from today on, as far as the viewer may see them."""
        rows = self.viewer.see(Allocation).filter(worker=self.worker, child__withdrawn_at=None)
        rows = rows.exclude(ends_on__lte=self.today).select_related("child", "team")
        return list(rows.prefetch_related("child__identifiers").order_by("child__surname", "pk"))

    @property
    def children(self) -> list[Task]:
        return [self._child(row) for row in self.held]

    def _child(self, row: Allocation) -> Task:
        if row.role == Allocation.LEAD:
            href = reverse("allocation:change_worker", args=[row.child_id]) + f"?then={self.worker.pk}"
            role = "Duty cover" if row.is_cover else row.get_role_display()
        else:
            href = reverse("allocation:workers_of", args=[row.child_id])
            role = "Covers" if row.is_cover else row.get_role_display()
        hint = f"{role}, {row.team}, since {long_date(row.starts_on)}"
        status = Status(f"Until {long_date(row.ends_on)}") if row.ends_on else Status("Still theirs", "blue")
        return Task(row.child.name, href, hint, status)

    @property
    def is_engaged(self) -> bool:
        return visibility.seen(Engagement, self.viewer.user).filter(worker=self.worker, ends_on=None).exists()

    @cached_property
    def left(self) -> Remaining:
        return remaining_with(self.worker, self.today)

    @property
    def hidden(self) -> int:
        """Children who are theirs and whose record the viewer may not open."""
        return max(self.left.children - len({row.child_id for row in self.held}), 0)

    @cached_property
    def _open_actions(self) -> list[Action]:
        theirs = self.viewer.see(Action).open().filter(owner=self.worker)
        rows = theirs.select_related("entry__child").prefetch_related("entry__child__identifiers")
        return list(rows.order_by("due_on", "pk")[:SHOWN])

    @property
    def actions(self) -> list[Task]:
        return [self._action(action) for action in self._open_actions]

    def _action(self, action: Action) -> Task:
        href = reverse("actions:give", args=[action.pk])
        hint = f"{action.entry.child.name}, by {long_date(action.due_on)}"
        status = Status("Overdue", "red") if action.due_on < self.today else Status("To do", "blue")
        return Task(action.what, href, hint, status)

    @property
    def hidden_actions(self) -> int:
        shown = len(self._open_actions)
        return max(self.left.actions - shown, 0) if shown < SHOWN else 0

    @cached_property
    def also(self) -> list[str]:
        """What does not stop them from leaving, and is lost when nobody asks."""
        sessions = self.viewer.see(Session).planned().filter(worker=self.worker).count()
        chosen = self.viewer.see(Offer).filter(
            chosen_interviewer=self.worker.name, entry__struck_out_at=None, episodes__return_interviews=None
        )
        changes = self.viewer.see(Change).to_somebody()
        handovers = changes.filter(before__worker=self.worker, signed_before_at=None)
        said = [
            (self.left.drafts, "draft", "drafts", "only they can see: ask them to finish or drop"),
            (sessions, "planned session", "planned sessions", "to be held by somebody else or called off"),
            (chosen.distinct().count(), "interview", "interviews", "a child chose them for"),
            (handovers.count(), "handover", "handovers", "not signed by them yet"),
        ]
        return [
            f"{counted(number, singular, plural)} {what}" for number, singular, plural, what in said if number
        ]

    @property
    def away(self) -> list[Away]:
        now = self.worker.away.filter(not_over(self.today))
        return list(now.select_related("covered_by").order_by("starts_on"))

    @property
    def covers(self) -> list[Away]:
        now = self.worker.covers.filter(not_over(self.today))
        return list(now.select_related("worker").order_by("starts_on"))

    @property
    def is_free(self) -> bool:
        return all(row.ends_on for row in self.held) and not (
            self.hidden or self._open_actions or self.hidden_actions
        )

    @property
    def child_ids(self) -> set[int]:
        return {row.child_id for row in self.held} | {action.entry.child_id for action in self._open_actions}
