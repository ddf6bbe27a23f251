"""What waits for one person: their children's clocks, reviews, actions, drafts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from kittiwake.access.models import Grant
from kittiwake.access.viewer import Viewer
from kittiwake.practice.missing.models import Episode
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.drafts.models import Draft
from kittiwake.primitives.oversight.models import Review
from kittiwake.record.models import Allocation, Child
from kittiwake.ui.dates import local_date

MOST = 20


@dataclass
class MyWork:
    viewer: Viewer
    at: datetime

    @cached_property
    def children(self) -> list[Child]:
        """Those allocated to me today."""
        mine = Allocation.objects.on(local_date(self.at)).filter(worker__user=self.viewer.user).values("child_id")
        return list(self.viewer.children.filter(pk__in=mine).prefetch_related("identifiers").order_by("surname", "pk"))

    @cached_property
    def clocks(self) -> list[Clock]:
        """Running clocks of my children; for an interviewer, of everyone who waits for an interview."""
        running = self.viewer.see(Clock).running().select_related("entry__child")  # type: ignore[attr-defined]
        if self.viewer.user.role != "return_interviewer":
            running = running.filter(entry__child__in=self.children)
        return list(running.order_by("due_at")[:MOST])

    @cached_property
    def missing(self) -> list[Episode]:
        seen = self.viewer.see(Episode).open().select_related("child", "entry")  # type: ignore[attr-defined]
        return list(seen.order_by("reported_at")[:MOST])

    @cached_property
    def reviews(self) -> list[Review]:
        seen = self.viewer.see(Review).select_related("entry__child", "asked_by")
        if self.viewer.may("oversight.decide"):
            waiting = seen.waiting_for_manager().exclude(asked_by=self.viewer.user)  # type: ignore[attr-defined]
        else:
            waiting = seen.waiting_for_worker().filter(asked_by=self.viewer.user)  # type: ignore[attr-defined]
        return list(waiting.order_by("asked_at")[:MOST])

    @cached_property
    def actions(self) -> list[Action]:
        seen = self.viewer.see(Action).open().filter(owner__user=self.viewer.user)  # type: ignore[attr-defined]
        return list(seen.select_related("entry__child").order_by("due_on")[:MOST])

    @cached_property
    def drafts(self) -> list[Draft]:
        mine = Draft.objects.filter(user=self.viewer.user).select_related("child").order_by("-saved_at")
        return [draft for draft in mine if draft.fields]

    @cached_property
    def openings(self) -> int:
        if not self.viewer.may("readings.answer"):
            return 0
        return self.viewer.see(Grant).filter(kind=Grant.BREAK_GLASS, answered_at=None).count()

    @property
    def child_ids(self) -> set[int]:
        rows: list[Any] = [*self.clocks, *self.reviews, *self.actions]
        return {child.pk for child in self.children} | {row.entry.child_id for row in rows}
