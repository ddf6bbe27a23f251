"""Young people by birthday. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.entitlement.rules import ADULT
from kittiwake.practice.transitions.young_people import facts_of, whom_it_concerns
from kittiwake.record.ages import next_birthday
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, Task
from kittiwake.ui.dates import counted, long_date


@dataclass(frozen=True)
class Coming:
    """One young person on the list of birthdays."""

    child: Child
    birthday: date
    age: int
    open: list[rules.Milestone]
    late: int

    @property
    def hint(self) -> str:
        said = "; ".join(milestone.title.lower() for milestone in self.open)
        return f"{self.age} on {long_date(self.birthday)}" + (f". Still open: {said}" if said else "")

    @property
    def task(self) -> Task:
        return Task(
            self.child.name,
            reverse("transitions:transition", args=[self.child.pk]),
            self.hint,
            self.status,
        )

    @property
    def status(self) -> Status:
        if self.late:
            return Status(f"{self.late} overdue", "red")
        return Status("Open", "yellow") if self.open else Status("In place")


@dataclass(frozen=True)
class Section:
    """Part of the list of birthdays. `name` is the anchor of its heading."""

    name: str
    title: str
    rows: list[Task]


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
        children = whom_it_concerns(self.viewer.see, self.today)
        prefetch_related_objects(children, "identifiers")
        return [self._coming(child, facts_of(child)) for child in children]

    def _coming(self, child: Child, facts: rules.Facts) -> Coming:
        day, age = next_birthday(facts.born_on, self.today)
        open_ = [milestone for milestone in rules.milestones(facts, self.today) if milestone.done_on is None]
        return Coming(child, day, age, open_, sum(milestone.is_late(self.today) for milestone in open_))

    @property
    def sections(self) -> list[Section]:
        young = [person for person in self.coming if person.age <= ADULT]
        young.sort(key=lambda person: (-person.age, person.birthday, person.child.pk))
        adults = sorted(
            (person for person in self.coming if person.age > ADULT),
            key=lambda person: (-person.late, person.birthday, person.child.pk),
        )
        titled = [("turning", "Not 18 yet", young), ("adult", "18 and over", adults)]
        return [
            Section(
                name,
                f"{title}: {counted(len(coming), 'young person', 'young people')}",
                [young_person.task for young_person in coming],
            )
            for name, title, coming in titled
        ]

    @property
    def child_ids(self) -> set[int]:
        return {coming.child.pk for coming in self.coming}
