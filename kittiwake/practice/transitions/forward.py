"""Young people by birthday. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.facts import facts_of, whom_it_concerns
from kittiwake.record.ages import next_birthday
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import counted, long_date


@dataclass(frozen=True)
class Coming:
    """One young person on the list of birthdays."""

    child: Child
    birthday: date
    age: int
    open: list[rules.Step]
    late: int

    @property
    def hint(self) -> str:
        said = "; ".join(step.title.lower() for step in self.open)
        return f"{self.age} on {long_date(self.birthday)}" + (f". Still open: {said}" if said else "")

    @property
    def item(self) -> dict[str, Any]:
        return {
            "title": self.child.name,
            "href": reverse("transitions:transition", args=[self.child.pk]),
            "hint": self.hint,
            "status": self.status,
        }

    @property
    def status(self) -> dict[str, str]:
        if self.late:
            return {"text": f"{self.late} overdue", "colour": "red"}
        return {"text": "Open", "colour": "yellow"} if self.open else {"text": "In place", "colour": ""}


@dataclass
class ForwardPage:
    """Young people by birthday: who turns 18 next first, then those who are adults already; nobody drops off."""

    viewer: Viewer
    at: datetime

    @cached_property
    def today(self) -> date:
        return local_date(self.at)

    @cached_property
    def coming(self) -> list[Coming]:
        children = whom_it_concerns(self.viewer.see, self.today).prefetch_related("identifiers")
        return [self._coming(child, facts_of(child)) for child in children]

    def _coming(self, child: Child, facts: rules.Facts) -> Coming:
        day, age = next_birthday(facts.born_on, self.today)
        open_ = [step for step in rules.steps(facts, self.today) if step.done_on is None]
        return Coming(child, day, age, open_, sum(step.is_late(self.today) for step in open_))

    @property
    def sections(self) -> list[dict[str, Any]]:
        young = [one for one in self.coming if one.age <= rules.ADULT]
        young.sort(key=lambda one: (-one.age, one.birthday, one.child.pk))
        adults = sorted(
            (one for one in self.coming if one.age > rules.ADULT),
            key=lambda one: (-one.late, one.birthday, one.child.pk),
        )
        titled = [("turning", "Not 18 yet", young), ("adult", "18 and over", adults)]
        return [
            {
                "name": name,
                "title": f"{title}: {counted(len(rows), 'young person', 'young people')}",
                "rows": [one.item for one in rows],
            }
            for name, title, rows in titled
        ]

    @property
    def child_ids(self) -> set[int]:
        return {one.child.pk for one in self.coming}
