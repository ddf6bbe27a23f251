"""What the pages of growing up show, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.entitlement.rules import WORDS, entitlement
from kittiwake.practice.transitions.facts import facts_of, with_facts
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.ages import next_birthday
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date

TITLES = {standard.key: standard.title for standard in rules.STANDARDS}
DOING = {
    "adviser": "",
    "assessment": "transitions:assess",
    "plan": "transitions:agree_pathway",
    "referral": "transitions:refer",
    "answer": "",
    "worker": "transitions:stay",
}


def status(step: rules.Step, today: date) -> dict[str, str]:
    if step.done_on:
        return {"text": "Done", "colour": ""}
    return (
        {"text": "Overdue", "colour": "red"} if step.is_late(today) else {"text": "To do", "colour": "yellow"}
    )


@dataclass
class TransitionPage:
    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def today(self) -> date:
        return local_date(self.at)

    @cached_property
    def why_not(self) -> str:
        return rules.why_not(self.child.born_on if self.child.birth_is == "known" else None, self.today)

    @cached_property
    def facts(self) -> rules.Facts | None:
        if self.why_not:
            return None
        return facts_of(with_facts(self.viewer.see(Child).filter(pk=self.child.pk), self.today).get())

    @property
    def entitlement(self) -> str:
        if self.facts is None:
            return ""
        return WORDS[entitlement(self.facts.born_on, self.facts.care, self.today)]

    @property
    def birthday(self) -> str:
        if self.facts is None:
            return ""
        day, age = next_birthday(self.facts.born_on, self.today)
        return f"{age} on {long_date(day)}"

    @cached_property
    def steps(self) -> list[dict[str, Any]]:
        if self.facts is None:
            return []
        found = []
        for step in rules.steps(self.facts, self.today):
            name = DOING[step.key] if not step.done_on and self.may_record else ""
            when = f"Since {long_date(step.done_on)}" if step.done_on else f"By {long_date(step.due_on)}"
            href = reverse(name, args=[self.child.pk]) if name else ""
            found.append(
                {
                    "title": step.title,
                    "href": href,
                    "hint": f"{when}. {step.source}",
                    "status": status(step, self.today),
                }
            )
        return found

    @cached_property
    def clocks(self) -> list[tuple[str, Clock]]:
        running = self.viewer.see(Clock).running().filter(entry__child=self.child, key__in=TITLES)
        return [(TITLES[one.key], one) for one in running.order_by("due_at")]

    @cached_property
    def entries(self) -> list[Entry]:
        """Everything recorded here, newest first."""
        found = self.viewer.see(Entry).standing().filter(child=self.child, kind__startswith="transitions.")
        return list(found.order_by("-happened_at", "-pk"))

    @cached_property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD)
