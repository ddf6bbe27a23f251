"""The same facts, each carried out by a person on its page: signed in, the form filled in, sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import time_machine
from django.test import Client
from django.urls import reverse

from kittiwake.access.identity import acting_as_system
from kittiwake.access.powers import role_may
from kittiwake.practice.meetings.tests.made import a_meeting, invited, part_of
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.placements.models import Move
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.plans.rules import IN_NEED
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.time.moments import local
from tests.cast import signed_in
from tests.driving.driver import find_answers, open_form
from tests.driving.page_forms import Typed
from tests.driving.world import LIKELIEST
from tests.every_clock.facts import FACT, HERE, World, noon
from tests.matrix.pages import Page, declared_pages

# The form each fact is recorded on.
FORMS = {
    "born": "children:change_child",
    "track": "duties:start_track",
    "placed": "placements:place",
    "first_review_said": "placements:first_review",
    "agreed_to_fewer": "placements:fewer_visits",
    "looked_nearer": "placements:review_nearer",
    "visited": "direct_work:hold",
    "met": "meetings:hold",
    "done": "duties:say_done",
    "planned_in_need": "plans:write_plan",
    "plan_reviewed": "plans:record_review",
    "pathway": "transitions:agree_pathway",
    "lives": "transitions:live_at",
    "contacted": "transitions:make_contact",
    "risk_opened": "risk:open_risk",
    "assessed": "risk:assess",
    "missing": "missing:report_missing",
    "returned": "missing:record_return",
    "came_alone": "children:change_child",
    "held_by_a_worker": "allocation:change_worker",
}


def day(name: str, on: date) -> Typed:
    return {f"{name}_{part}": [str(getattr(on, part))] for part in ("day", "month", "year")}


def moment(name: str, at: datetime) -> Typed:
    here = local(at)
    return {**day(name, here.date()), f"{name}_time": [f"{here:%H:%M}"]}


def box(value: Any) -> list[str]:
    return [{True: "yes", False: "no"}.get(value, str(value))]


@dataclass
class ByForm(World):
    clients: dict[str, Client] = field(default_factory=dict)

    # What the driver of forms asks of a world.

    def client(self, name: str) -> Client:
        if name not in self.clients:
            self.clients[name] = signed_in(self.cast.user(name))
        return self.clients[name]

    def who_may(self, page: Page) -> list[str]:
        return [name for name in LIKELIEST if role_may(self.cast.user(name).role, page.power)]

    def fill(self, fact: str, given: Typed, query: str = "", **about: Any) -> None:
        page = declared_pages()[FORMS[fact]]
        path = reverse(page.name, kwargs=about) + query
        with time_machine.travel(self.at, tick=False):
            driven = open_form(self, page, path, given)  # type: ignore[arg-type]
            find_answers(driven, keep=True)

    # The facts.

    def born(self, on: date) -> None:
        if not hasattr(self, "clients") or self.child.born_on == on:
            return
        self.fill("born", {**day("born_on", on)}, pk=self.child.pk)
        with acting_as_system():
            self.child.refresh_from_db()

    def track(self, kind: str, on: date = FACT) -> None:
        self.fill("track", {"kind": [kind], **day("starts_on", on)}, pk=self.child.pk)

    def placed(self, on: date = FACT, **facts: Any) -> Any:
        facts = {
            "host_code": "000",
            "carer": "A carer",
            "arrangement": "standard",
            "is_emergency": False,
            **facts,
        }
        typed = {name: box(value) for name, value in facts.items()}
        self.fill("placed", {**typed, **day("starts_on", on)}, child_pk=self.child.pk)
        with acting_as_system():
            return Move.objects.get(child=self.child, placement__starts_on=on)

    def first_review_said(self, move: Any, on: date) -> None:
        self.fill("first_review_said", day("on", on), pk=move.pk)

    def agreed_to_fewer(self, move: Any, on: date) -> None:
        self.fill("agreed_to_fewer", day("on", on), pk=move.pk)

    def looked_nearer(self, move: Any, on: date = FACT) -> None:
        self.fill("looked_nearer", {"decision": ["looking"], **day("held_on", on)}, pk=move.pk)

    def visited(self, kind: str, on: date = FACT) -> None:
        typed = {"kind": [kind], "seen": ["yes"], "place": ["home"], **moment("held", noon(on).at)}
        self.fill("visited", typed, child_pk=self.child.pk)

    def met(self, kind: str, on: date = FACT) -> None:
        """Asked for and invited to before; the fact is that it was held."""
        with acting_as_system():
            meeting = a_meeting(self.cast, self.child, kind=kind, asked=noon(on).at, planned=noon(on))
            keys = invited(self.cast, meeting, *HERE)
            part = part_of(meeting, self.child)
        came = {f"came_{key}": ["came"] for key in keys.values()}
        self.fill("met", {**came, **moment("held", noon(on).at)}, pk=part.pk)

    def done(self, kind: str, on: date = FACT) -> None:
        self.fill("done", {"kind": [kind], **moment("done", noon(on).at)}, child_pk=self.child.pk)

    def planned_in_need(self, on: date) -> Any:
        typed = {**day("started_on", on), **day("agreed_on", on)}
        self.fill("planned_in_need", typed, f"?kind={IN_NEED}", child_pk=self.child.pk)
        with acting_as_system():
            return Plan.objects.get(child=self.child)

    def plan_reviewed(self, made: Any, on: date = FACT) -> None:
        self.fill("plan_reviewed", {"outcome": ["goes_on"], **day("held_on", on)}, pk=made.pk)

    def pathway(self, on: date = FACT) -> None:
        self.fill("pathway", {"took_part": ["yes"], **day("agreed_on", on)}, child_pk=self.child.pk)

    def lives(self, on: date = FACT) -> None:
        typed = {"council_provides": ["yes"], "is_suitable": ["yes"], **day("starts_on", on)}
        self.fill("lives", typed, child_pk=self.child.pk)

    def contacted(self, how: str, on: date = FACT) -> None:
        self.fill("contacted", {"how": [how], **moment("contacted", noon(on).at)}, child_pk=self.child.pk)

    def assessed(self, judged: str) -> None:
        typed = {"judged": [judged], "why_different": ["Worried"]}
        self.fill("assessed", typed, child_pk=self.child.pk, purpose="assessment")

    def missing(self, on: date = FACT) -> Any:
        at = noon(on).at
        typed = {"source": ["carer"], **moment("last_seen", at), **moment("reported", at)}
        self.fill("missing", typed, child_pk=self.child.pk)
        with acting_as_system():
            return Episode.objects.get(child=self.child)

    def returned(self, episode: Any, on: date = FACT) -> None:
        typed = {"source": ["carer"], **moment("returned", noon(on).at + timedelta(hours=2))}
        self.fill("returned", typed, pk=episode.pk)

    def came_alone(self) -> None:
        self.fill("came_alone", {"unaccompanied": ["yes"]}, pk=self.child.pk)

    def held_by_a_worker(self, on: date = FACT) -> None:
        worker = self.cast.workers["worker"].pk
        typed = {"worker": [str(worker)], "reason": ["first"], **day("starts_on", on)}
        self.fill("held_by_a_worker", typed, child_pk=self.child.pk)

    def risk_opened(self, domain: str = "county_lines", on: date | None = None) -> None:
        typed = {"domain": [domain], "level": ["significant"], **(day("since_on", on) if on else {})}
        self.fill("risk_opened", typed, child_pk=self.child.pk)
        with acting_as_system():
            assert PresentingRisk.objects.filter(child=self.child).exists()
