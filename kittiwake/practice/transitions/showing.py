"""What the pages of growing up show, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.facts import facts_of, whom_it_concerns
from kittiwake.practice.transitions.models import (
    AdultReferral,
    Contact,
    Home,
    NeedsAssessment,
    Pathway,
    Staying,
)
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child, Entry
from kittiwake.ui.dates import Moment, counted, local_date, long_date, long_moment

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
        return None if self.why_not else facts_of([self.child], self.viewer.see, self.today)[self.child.pk]

    @property
    def entitlement(self) -> str:
        if self.facts is None:
            return ""
        return rules.WORDS[rules.entitlement(self.facts.born_on, self.facts.care, self.today)]

    @property
    def birthday(self) -> str:
        if self.facts is None:
            return ""
        day, age = rules.next_birthday(self.facts.born_on, self.today)
        return f"{age} on {long_date(day)}"

    @cached_property
    def steps(self) -> list[dict[str, Any]]:
        from django.urls import reverse

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
        running = self.viewer.see(Clock).running().filter(entry__child=self.child, key__in=TITLES)  # type: ignore[attr-defined]
        return [(TITLES[one.key], one) for one in running.order_by("due_at")]

    @cached_property
    def entries(self) -> list[Entry]:
        """Everything recorded here, newest first."""
        found = self.viewer.see(Entry).standing().filter(child=self.child, kind__startswith="transitions.")  # type: ignore[attr-defined]
        return list(found.order_by("-happened_at", "-pk"))

    @cached_property
    def may_record(self) -> bool:
        return self.viewer.may("transitions.record")


def rows_of(one: Any) -> list[tuple[str, Any]]:
    """What the page of one entry shows, question by question."""
    return ROWS[type(one)](one)


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _yes(value: bool) -> str:
    return "Yes" if value else "No"


ROWS: dict[type, Any] = {
    NeedsAssessment: lambda one: [
        ("Finished with them", _day(one.assessed_on)),
        ("A home", one.home),
        ("Money", one.money),
        ("Learning and work", one.learning),
        ("Health", one.health),
        ("People", one.people),
        ("Staying safe", one.safety),
        ("Skills", one.skills),
    ],
    Pathway: lambda one: [
        ("Agreed", _day(one.agreed_on)),
        ("What will happen", one.aims),
        ("If it does not work out", one.if_it_fails),
        ("They took part", _yes(one.took_part) + (f". {one.why_not}" if one.why_not else "")),
        ("They have their copy since", _day(one.copy_given_on)),
    ],
    Home: lambda one: [
        ("From", _day(one.starts_on)),
        ("Lives", one.get_kind_display()),
        ("Suits them", _yes(one.is_suitable)),
        ("The council provides it", _yes(one.council_provides)),
        ("What should change", one.words),
    ],
    Contact: lambda one: [
        ("When", long_moment(Moment(one.at, one.time_known))),
        ("Who", one.adviser_name),
        ("How", one.get_how_display()),
        ("What they are doing", one.get_activity_display()),
        ("How they are, and what follows", one.words),
    ],
    AdultReferral: lambda one: [
        ("Asked", _day(one.referred_on)),
        ("Who", one.to_whom),
        ("What they will need", one.needs),
        ("They agree", _yes(one.agrees) + (f". {one.agrees_words}" if one.agrees_words else "")),
        ("Answered", _day(one.answered_on)),
        ("Answer", "\n".join(filter(None, [one.get_answer_display(), one.answer_words]))),
        ("Adult worker", one.adult_worker),
        ("They met", _day(one.met_on)),
    ],
    Staying: lambda one: [
        ("Who stays", one.worker_name),
        ("Agreed", f"{_day(one.agreed_on)}, by {one.agreed_by}"),
        ("Until", _day(one.until_on) or "No end agreed"),
        ("How", one.how),
    ],
}


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
        from django.urls import reverse

        text, colour = (
            (f"{self.late} overdue", "red")
            if self.late
            else ("Open", "yellow")
            if self.open
            else ("In place", "")
        )
        href = reverse("transitions:transition", args=[self.child.pk])
        return {
            "title": self.child.name,
            "href": href,
            "hint": self.hint,
            "status": {"text": text, "colour": colour},
        }


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
        children = list(whom_it_concerns(self.viewer.see, self.today).prefetch_related("identifiers"))
        facts = facts_of(children, self.viewer.see, self.today)
        return [self._coming(child, facts[child.pk]) for child in children]

    def _coming(self, child: Child, facts: rules.Facts) -> Coming:
        day, age = rules.next_birthday(facts.born_on, self.today)
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
