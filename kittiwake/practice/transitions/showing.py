"""What the pages of growing up show, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.entitlement.rules import WORDS, entitlement
from kittiwake.practice.transitions.young_people import facts_of, with_facts
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.ages import next_birthday
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, Task
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


def status(milestone: rules.Milestone, today: date) -> Status:
    if milestone.done_on:
        return Status("Done")
    return Status("Overdue", "red") if milestone.is_late(today) else Status("To do", "yellow")


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
    def steps(self) -> list[Task]:
        return (
            [self._task(milestone) for milestone in rules.milestones(self.facts, self.today)]
            if self.facts
            else []
        )

    def _task(self, milestone: rules.Milestone) -> Task:
        name = DOING[milestone.key] if not milestone.done_on and self.may_record else ""
        when = (
            f"Since {long_date(milestone.done_on)}"
            if milestone.done_on
            else f"By {long_date(milestone.due_on)}"
        )
        href = reverse(name, args=[self.child.pk]) if name else ""
        return Task(milestone.title, href, f"{when}. {milestone.source}", status(milestone, self.today))

    @cached_property
    def clocks(self) -> list[tuple[str, Clock]]:
        running = self.viewer.see(Clock).running().filter(entry__child=self.child, key__in=TITLES)
        return [(TITLES[clock.key], clock) for clock in running.order_by("due_at")]

    @cached_property
    def entries(self) -> list[Entry]:
        """Everything recorded here, newest first."""
        entries = self.viewer.see(Entry).standing().filter(child=self.child, kind__startswith="transitions.")
        return list(entries.order_by("-happened_at", "-pk"))

    @cached_property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD)
