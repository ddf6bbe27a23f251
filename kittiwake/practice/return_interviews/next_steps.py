"""What follows from an interview, step by step: learned, risk, plan, manager, told. Reads only.

Plans and replies come after interviews and are not known here: they declare by which entries they follow one up
(follow_ups), and where that is done (slots).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.pages import Slot
from kittiwake.areas.powers import Power
from kittiwake.practice.return_interviews import rules, slots
from kittiwake.practice.return_interviews.follow_ups import PLAN, REPLY, follow_up
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.risk.informing import what_came_of
from kittiwake.practice.risk.models import RiskMovement
from kittiwake.primitives.claims.showing import Line
from kittiwake.primitives.oversight.models import Review, Turn
from kittiwake.primitives.oversight.showing import STATES, seen
from kittiwake.record.models import Entry
from kittiwake.ui.components import Status, Task

DONE = Status("Done")
TO_DO = Status("To do", "blue")
NOT_YET = Status("Cannot start yet")
DECIDE = Status("Decide", "yellow")
UNTOLD = Status("Written, not told", "yellow")
NOT_WANTED = Status("They do not want to")


@dataclass
class NextSteps:
    interview: ReturnInterview
    versions: Collection[int]  # the keys of every version: what follows from one follows from the interview
    learned: list[Line]
    viewer: Viewer

    @property
    def tasks(self) -> list[Task]:
        """In the order to do them."""
        return [self._learned, self._risk, self._plan, self._manager, self._told]

    @property
    def _learned(self) -> Task:
        title = "List what was learned"
        url = self._for(Power.RECORD, reverse("return_interviews:learned", args=[self.interview.pk]))
        if any(line.is_waiting for line in self.learned):
            return Task(title, url, "Another child’s account may name the same: decide whether it is", DECIDE)
        hint = "People, places, cars, numbers and other children who were named"
        return Task(title, url, hint, DONE if self.learned else TO_DO)

    @property
    def _risk(self) -> Task:
        title = "Open a risk"
        moved = self.viewer.see(RiskMovement).filter(
            because_of__in=self.versions, risk__entry__struck_out_at__isnull=True
        )
        if moved.exists():
            url = reverse("risk:risks", args=[self.interview.child_id])
            return Task(title, url, "A risk was opened or judged again because of this", DONE)
        url = self._for(
            Power.RECORD, self._because(reverse("risk:open_risk", args=[self.interview.child_id]))
        )
        return Task(title, url, "What may harm them, or is harming them, that this shows", TO_DO)

    @cached_property
    def _plans(self) -> list[Entry]:
        return what_came_of(self.viewer, self.versions, follow_up(PLAN).kinds)

    @property
    def _plan(self) -> Task:
        title = "Change the plan"
        if self._plans:
            return Task(title, self._plans[-1].get_absolute_url(), self._plans[-1].summary, DONE)
        hint = "Somebody does something about each risk, or it says why not"
        return Task(title, self._page_in(slots.CHANGE_THE_PLAN), hint, TO_DO)

    @cached_property
    def _reviews(self) -> QuerySet[Review]:
        """Of the plan that was changed, and of later versions, which carry the change on."""
        child, first = self.interview.child_id, self._plans[0]
        plans = {"entry__child": child, "entry__kind": first.kind, "entry__gte": first.pk}
        return seen(self.viewer).filter(**plans, entry__struck_out_at=None).with_state().order_by("-pk")

    @property
    def _manager(self) -> Task:
        title, hint = (
            "A manager looks at the plan",
            "Put the plan before a manager when each risk is answered",
        )
        if not self._plans:
            return Task(title, hint=hint, status=NOT_YET)
        reviews = list(self._reviews)
        accepted = [review for review in reviews if review.state == Turn.ACCEPT]  # type: ignore[attr-defined]
        if not reviews:
            return Task(title, self._plans[-1].get_absolute_url(), hint, TO_DO)
        review = (accepted or reviews)[0]
        status = DONE if accepted else STATES[review.state]  # type: ignore[attr-defined]
        return Task(title, reverse("oversight:review", args=[review.pk]), status=status)

    @property
    def _told(self) -> Task:
        title, replies = "Tell them what came of it", self._replies
        if replies:
            told = [reply for reply, told_at in replies if told_at]
            entry = (told or [replies[-1][0]])[-1]
            return Task(title, entry.get_absolute_url(), status=DONE if told else UNTOLD)
        wants = self.interview.get_hear_back_display()
        hint = f"How they want to hear: {wants.lower()}" if wants else "What we heard, and what will happen"
        unwanted = self.interview.hear_back == rules.NOT_WANTED
        return Task(title, self._page_in(slots.TELL_THE_CHILD), hint, NOT_WANTED if unwanted else TO_DO)

    @property
    def _replies(self) -> list[tuple[Entry, datetime | None]]:
        """What was written to them because of this, and when they were told it."""
        reply = follow_up(REPLY)
        written = what_came_of(self.viewer, self.versions, reply.kinds)
        told_at = reply.finished_at([entry.pk for entry in written]) if reply.finished_at else {}
        return [(entry, told_at.get(entry.pk)) for entry in written]

    def _page_in(self, slot: Slot) -> str:
        """Where an area above does it; empty where this person may not."""
        link = next(iter(self.viewer.links(slot)), None)
        return self._because(link.address(self.interview.child_id)) if link else ""

    def _because(self, url: str) -> str:
        return f"{url}?because_of={self.interview.pk}"

    def _for(self, power: Power, url: str) -> str:
        return url if self.viewer.may(power) else ""
