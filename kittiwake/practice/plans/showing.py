"""What the pages of plans show, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.disruption.showing import ConcernPage
from kittiwake.practice.disruption.showing import of_child as tactics_of
from kittiwake.practice.meetings import rules as meetings
from kittiwake.practice.plans import parts, rules
from kittiwake.practice.plans.advice import rules as advice
from kittiwake.practice.plans.advice.facts import agreed_at_meetings, facts_of
from kittiwake.practice.plans.coverage.showing import Coverage, is_put_forward
from kittiwake.practice.plans.models import Plan, PlanAction, PlanAgreement, PlanQuerySet, PlanReview
from kittiwake.practice.plans.slots import CHANGE_ACCEPTED
from kittiwake.practice.plans.writing import changes
from kittiwake.practice.plans.writing.changes import TEXTS
from kittiwake.practice.return_interviews.follow_ups import REPLY, follow_up
from kittiwake.practice.risk import informing
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.oversight.models import Turn
from kittiwake.primitives.oversight.showing import ReviewPage, asked_for_before
from kittiwake.queries.kept import kept
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, SummaryRow, TextLink

INTERVIEW = "return_interviews.interview"
CARRIED = (*TEXTS, "child_version")
TITLES = {standard.key: standard.title for standard in (*rules.STANDARDS, *meetings.STANDARDS)}
_PROTECTION = (
    meetings.FIRST_CORE_GROUP,
    meetings.NEXT_CORE_GROUP,
    meetings.FIRST_REVIEW,
    meetings.LATER_REVIEW,
)
_CARE = (rules.CARE_PLAN, meetings.FIRST_IN_CARE, meetings.SECOND_IN_CARE, meetings.LATER_IN_CARE)
DUE = {
    rules.IN_NEED: [rules.FIRST_REVIEW.key, rules.NEXT_REVIEW.key],
    rules.PROTECTION: [standard.key for standard in _PROTECTION],
    rules.OUTSIDE_HOME: [standard.key for standard in _PROTECTION],
    rules.CARE: [standard.key for standard in _CARE],
}


def seen(viewer: Viewer) -> PlanQuerySet:
    """The plans of children the viewer may see, of the kinds they may see."""
    return viewer.see(Plan)


def plans_now(viewer: Viewer, child: Child) -> list[Plan]:
    """In force, one of a kind, in the order of the kinds."""
    order = [kind for kind, _ in rules.KINDS]
    return sorted(_current(viewer, child), key=lambda plan: order.index(plan.kind))


@kept
def _current(viewer: Viewer, child: Child) -> QuerySet[Plan]:
    return seen(viewer).current().filter(child=child).select_related("entry__by", "child")


def current_plan(viewer: Viewer, child: Child, kind: str = rules.SAFETY) -> Plan | None:
    return next((plan for plan in plans_now(viewer, child) if plan.kind == kind), None)


def newest_version(viewer: Viewer, child: Child, kind: str) -> Plan | None:
    """What a new version follows: the newest that stands, closed or not."""
    return seen(viewer).standing().filter(child=child, kind=kind).order_by("-number").first()


def carried(before: Plan | None, kind: str, at: datetime) -> dict[str, Any]:
    """What a new version's form starts from."""
    texts = {name: getattr(before, name) for name in CARRIED} if before else {}
    answers = {f"part_{part.key}": part.text for part in before.parts.all()} if before else {}
    version = before.number if before else 0
    return {**texts, **answers, "agreed_on": local_date(at), "version": version, "kind": kind}


@dataclass(frozen=True)
class Changed:
    """What is different from the version before."""

    what: str
    was: str
    now: str


@dataclass(frozen=True)
class ShownClock:
    clock: Clock
    title: str


@dataclass
class PlanPage:
    plan: Plan
    viewer: Viewer
    at: datetime

    @cached_property
    def is_current(self) -> bool:
        return seen(self.viewer).current().filter(pk=self.plan.pk).exists()

    @property
    def state(self) -> Status:
        if self.plan.closed_at:
            return Status("Closed", "grey")
        return Status("The plan now", "green") if self.is_current else Status("An earlier version", "grey")

    @cached_property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD) and not self.plan.entry.is_struck_out

    @cached_property
    def may_change(self) -> bool:
        return self.may_record and self.is_current and not is_put_forward(self.plan)

    @property
    def write_url(self) -> str:
        return f"{reverse('plans:write_plan', args=[self.plan.child_id])}?kind={self.plan.kind}"

    @property
    def rows(self) -> list[SummaryRow]:
        written = {part.key: part.text for part in self.plan.parts.all()}
        asked = [(part.title, written.get(part.key, "")) for part in parts.of(self.plan.kind)]
        said = [(title, getattr(self.plan, name)) for name, title in TEXTS.items()]
        return [SummaryRow(title, text) for title, text in [*said[:1], *asked, *said[1:]]]

    @cached_property
    def actions(self) -> list[PlanAction]:
        standing = self.plan.actions.standing().select_related(
            "owner", "task__owner", "task__entry", "carried_from__plan"
        )
        return list(standing.order_by("pk"))

    @property
    def dropped(self) -> list[PlanAction]:
        return list(self.plan.actions.exclude(dropped_at=None).select_related("dropped_by").order_by("pk"))

    @cached_property
    def agreements(self) -> list[PlanAgreement]:
        """The newest of each person."""
        newest = {
            (agreement.role, agreement.who): agreement
            for agreement in self.plan.agreements.order_by("at", "pk")
        }
        return list(newest.values())

    @cached_property
    def coverage(self) -> Coverage | None:
        """Only for those inside, and only of a plan in force: earlier versions answered earlier risks."""
        if self.viewer.is_outside or not self.is_current:
            return None
        return Coverage(self.plan.child, self.viewer, plans_now(self.viewer, self.plan.child))

    @cached_property
    def weaknesses(self) -> list[str]:
        if self.viewer.is_outside or not self.is_current:
            return []
        today = local_date(self.at)
        return advice.weaknesses(facts_of(self.plan, self.actions, self.agreements, today), today)

    @cached_property
    def is_to_take_up(self) -> bool:
        """Whether a meeting agreed something that no plan has yet."""
        return self.may_change and agreed_at_meetings(self.plan.child).exists()

    @property
    def changed(self) -> list[Changed]:
        """What is different from the version before."""
        if self.plan.previous is None:
            return []
        differences = changes.between(self.plan.previous, self.plan)
        return [Changed(title, was, now) for title, (was, now) in differences.items()]

    @cached_property
    def reviews(self) -> list[ReviewPage]:
        if self.viewer.is_outside:
            return []
        return ReviewPage.of(self.plan.entry, self.viewer)

    @property
    def asked_for(self) -> Turn | None:
        """What a manager asked for of the version before, until they have accepted this one."""
        settled = any(review.at == Turn.ACCEPT for review in self.reviews)
        return None if self.viewer.is_outside or settled else asked_for_before(self.plan.entry)

    @property
    def looks(self) -> list[PlanReview]:
        """Reviews of this kind of plan, newest first."""
        reviews = self.viewer.see(PlanReview).filter(child=self.plan.child_id, plan__kind=self.plan.kind)
        return list(
            reviews.filter(entry__struck_out_at=None).select_related("entry", "plan").order_by("-held_on")
        )

    @property
    def looked_at_by(self) -> str:
        """Where reviews of this kind are kept, where not here."""
        return rules.LOOKED_AT_BY.get(self.plan.kind, "")

    @property
    def clocks(self) -> list[ShownClock]:
        """What is due of it, soonest first."""
        if self.viewer.is_outside or not self.is_current:
            return []
        keys = DUE.get(self.plan.kind, [])
        running = self.viewer.see(Clock).running().filter(entry__child=self.plan.child_id, key__in=keys)
        return [ShownClock(clock, TITLES[clock.key]) for clock in running.order_by("due_at")]

    @property
    def tactics(self) -> list[ConcernPage]:
        """What is done to those who harm this child, on the plan that is about that."""
        if self.plan.kind != rules.DISRUPTION or not self.viewer.may(Power.SEE):
            return []
        return tactics_of(self.viewer, self.plan.child)

    @cached_property
    def reasons(self) -> list[Entry]:
        return informing.reasons(self.viewer, self.plan.entry)

    @cached_property
    def following(self) -> list[TextLink]:
        """Once a manager has accepted what was changed because of an interview: what follows, until it is done."""
        accepted = any(review.at == Turn.ACCEPT for review in self.reviews)
        heard = [entry.pk for entry in self.reasons if entry.kind == INTERVIEW]
        if not accepted or not heard:
            return []
        child, cause = self.plan.child_id, f"?because_of={heard[-1]}"
        return [
            TextLink(link.text, f"{link.address(child)}{cause}")
            for link in self.viewer.links(CHANGE_ACCEPTED)
            if not informing.what_came_of(self.viewer, heard, follow_up(REPLY).kinds)
        ]

    @property
    def versions(self) -> list[Plan]:
        """The other versions of this plan, newest first."""
        others = seen(self.viewer).filter(child=self.plan.child_id, kind=self.plan.kind)
        return list(others.exclude(pk=self.plan.pk).select_related("entry").order_by("-number"))


@dataclass
class PlansPage:
    """Every plan of a child: in force, over, and those that could be written."""

    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def now(self) -> list[Plan]:
        return plans_now(self.viewer, self.child)

    @property
    def over(self) -> list[Plan]:
        closed = seen(self.viewer).standing().filter(child=self.child, closed_at__isnull=False)
        return list(closed.select_related("entry").order_by("-closed_at"))

    @property
    def to_write(self) -> list[TextLink]:
        """Kinds not in force that somebody of their age may have beside what is."""
        if not self.viewer.may(Power.RECORD):
            return []
        standing, age = {plan.kind for plan in self.now}, self.child.age_on(local_date(self.at))
        url = reverse("plans:write_plan", args=[self.child.pk])
        return [
            TextLink(called, f"{url}?kind={kind}", rules.FOR[kind])
            for kind, called in rules.KINDS
            if kind not in standing
            and not rules.overlap(kind, standing)
            and not rules.too_young_or_old(kind, age)
        ]
