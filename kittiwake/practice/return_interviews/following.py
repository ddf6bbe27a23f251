"""What follows from an interview, step by step: learned, risk, plan, manager, told. Reads only.

Plans and replies come after interviews and are not imported here: they are found by the rows that say what they were
made because of.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.return_interviews import rules
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.risk.informing import what_came_of
from kittiwake.practice.risk.models import RiskMovement
from kittiwake.primitives.claims.showing import Line
from kittiwake.primitives.oversight.models import Review, Turn
from kittiwake.primitives.oversight.showing import STATES, seen
from kittiwake.record.models import Entry

DONE = {"text": "Done"}
TO_DO = {"text": "To do", "colour": "blue"}
NOT_YET = {"text": "Cannot start yet"}
DECIDE = {"text": "Decide", "colour": "yellow"}
UNTOLD = {"text": "Written, not told", "colour": "yellow"}
NOT_WANTED = {"text": "They do not want to"}

Step = dict[str, Any]


@dataclass
class Following:
    interview: ReturnInterview
    versions: Collection[int]  # the keys of every version: what follows from one follows from the interview
    learned: list[Line]
    viewer: Viewer

    @property
    def steps(self) -> list[Step]:
        """As ui/_task_list.html takes them, in the order to do them."""
        return [self._learned, self._risk, self._plan, self._manager, self._told]

    @property
    def _learned(self) -> Step:
        title = "List what was learned"
        hint = "People, places, cars, numbers and other children who were named"
        status = DONE if self.learned else TO_DO
        if any(line.is_waiting for line in self.learned):
            hint, status = "Another child’s account may name the same: decide whether it is", DECIDE
        url = reverse("return_interviews:learned", args=[self.interview.pk])
        return self._step(title, hint, status, self._for(Power.RECORD, url))

    @property
    def _risk(self) -> Step:
        moved = self.viewer.see(RiskMovement).filter(
            because_of__in=self.versions, risk__entry__struck_out_at__isnull=True
        )
        if moved.exists():
            url = reverse("risk:risks", args=[self.interview.child_id])
            return self._step("Open a risk", "A risk was opened or judged again because of this", DONE, url)
        hint = "What may harm them, or is harming them, that this shows"
        return self._step("Open a risk", hint, TO_DO, self._because(Power.RECORD, "risk:open_risk"))

    @cached_property
    def _plans(self) -> list[Entry]:
        return what_came_of(self.viewer, self.versions, "plans")

    @property
    def _plan(self) -> Step:
        title = "Change the plan"
        if self._plans:
            return self._step(title, self._plans[-1].summary, DONE, self._plans[-1].get_absolute_url())
        hint = "Somebody does something about each risk, or it says why not"
        return self._step(title, hint, TO_DO, self._because(Power.RECORD, "plans:write_plan"))

    @cached_property
    def _reviews(self) -> QuerySet[Review]:
        """Of the plan that was changed, and of later versions, which carry the change on."""
        child, first = self.interview.child_id, self._plans[0]
        plans = {"entry__child": child, "entry__kind": first.kind, "entry__gte": first.pk}
        return seen(self.viewer).filter(**plans, entry__struck_out_at=None).with_state().order_by("-pk")

    @property
    def _manager(self) -> Step:
        title, hint = (
            "A manager looks at the plan",
            "Put the plan before a manager when each risk is answered",
        )
        if not self._plans:
            return self._step(title, hint, NOT_YET)
        reviews = list(self._reviews)
        accepted = [review for review in reviews if review.state == Turn.ACCEPT]  # type: ignore[attr-defined]
        if not reviews:
            return self._step(title, hint, TO_DO, self._plans[-1].get_absolute_url())
        review = (accepted or reviews)[0]
        look = STATES[review.state]  # type: ignore[attr-defined]
        status = DONE if accepted else {"text": look.text, "colour": look.colour}
        return self._step(title, "", status, reverse("oversight:review", args=[review.pk]))

    @property
    def _told(self) -> Step:
        title, replies = "Tell them what came of it", self._replies
        if replies:
            told = [reply for reply, told_at in replies if told_at]
            entry = (told or [replies[-1][0]])[-1]
            return self._step(title, "", DONE if told else UNTOLD, entry.get_absolute_url())
        url = self._because(Power.RECORD, "replies:write_reply")
        wants = self.interview.get_hear_back_display()
        hint = f"How they want to hear: {wants.lower()}" if wants else "What we heard, and what will happen"
        unwanted = self.interview.hear_back == rules.NOT_WANTED
        return self._step(title, hint, NOT_WANTED if unwanted else TO_DO, url)

    @property
    def _replies(self) -> list[tuple[Entry, Any]]:
        """What was written to them because of this, and when they were told it."""
        found = what_came_of(self.viewer, self.versions, "replies")
        told_at = dict(
            Entry.objects.filter(pk__in=[entry.pk for entry in found]).values_list("pk", "reply__told_at")
        )
        return [(entry, told_at[entry.pk]) for entry in found]

    def _because(self, power: Power, name: str) -> str:
        url = reverse(name, args=[self.interview.child_id])
        return self._for(power, f"{url}?because_of={self.interview.pk}")

    def _for(self, power: Power, url: str) -> str:
        return url if self.viewer.may(power) else ""

    @staticmethod
    def _step(title: str, hint: str, status: dict[str, str], href: str = "") -> Step:
        return {"title": title, "hint": hint, "status": status, "href": href}
