"""What the pages of safety plans show, put in a reader's order. Reads only; decides nothing that rules do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, cast

from django.db.models import QuerySet
from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.practice.plans import rules
from kittiwake.practice.plans.models import (
    Agreement,
    Covers,
    LeftUncovered,
    PlanAction,
    SafetyPlan,
    SafetyPlanQuerySet,
)
from kittiwake.practice.plans.rules import Answer
from kittiwake.practice.risk import informing
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.showing import level_tag
from kittiwake.practice.risk.showing import seen as risks_seen
from kittiwake.primitives.oversight.models import Review, Turn
from kittiwake.primitives.oversight.showing import ReviewPage
from kittiwake.record.models import Child, Entry, Worker
from kittiwake.ui.dates import local_date

TAGS = {
    Answer.UNCOVERED: {"text": "Nothing covers it", "colour": "red"},
    Answer.LEFT: {"text": "Left, with a reason", "colour": "yellow"},
    Answer.COVERED: {"text": "Covered", "colour": "green"},
}
TEXTS = {
    "worry": "What we are worried about",
    "warning_signs": "First signs",
    "trusted_people": "Whom they trust",
    "safe_places": "Where they can go",
    "phone_plan": "How they ask for help",
    "contingency": "If it goes wrong",
}
CARRIED = (*TEXTS, "child_version")


def seen(viewer: Viewer) -> SafetyPlanQuerySet:
    """The plans of children the viewer may see."""
    return cast(SafetyPlanQuerySet, viewer.see(SafetyPlan))


def current_plan(viewer: Viewer, child: Child) -> SafetyPlan | None:
    return seen(viewer).current().filter(child=child).select_related("entry__by", "child").first()


def newest_version(viewer: Viewer, child: Child) -> SafetyPlan | None:
    """What a new version follows: the newest that stands, closed or not."""
    return seen(viewer).standing().filter(child=child).order_by("-number").first()


def carried(before: SafetyPlan | None, at: datetime) -> dict[str, Any]:
    """What a new version's form starts from."""
    texts = {name: getattr(before, name) for name in CARRIED} if before else {}
    return {**texts, "agreed_on": local_date(at), "following": before.number if before else 0}


def workers_now() -> QuerySet[Worker]:
    """Who may own an action."""
    return Worker.objects.filter(ends_on=None).order_by("name", "pk")


@dataclass(frozen=True)
class CoveredRisk:
    """One risk, and what the plan does about it."""

    risk: PresentingRisk
    answer: Answer
    actions: list[PlanAction]
    left: LeftUncovered | None

    @property
    def tag(self) -> dict[str, str]:
        return TAGS[self.answer]

    @property
    def level(self) -> dict[str, str]:
        return level_tag(self.risk)

    @property
    def is_open(self) -> bool:
        return self.answer == Answer.UNCOVERED


@dataclass
class Coverage:
    """Every standing risk of a child beside what the plan in force does about it: uncovered first."""

    child: Child
    viewer: Viewer
    plan: SafetyPlan | None

    @cached_property
    def rows(self) -> list[CoveredRisk]:
        risks = risks_seen(self.viewer).standing().filter(child=self.child)
        by_pk = {risk.pk: risk for risk in risks.select_related("entry").highest_first()}
        answers = rules.coverage(list(by_pk), self._covers, self._left)
        return [self._row(by_pk[one.risk], one) for one in answers]

    def _row(self, risk: PresentingRisk, one: rules.Covered) -> CoveredRisk:
        return CoveredRisk(
            risk, one.answer, [self._actions[key] for key in one.actions], self._left.get(risk.pk)
        )

    @cached_property
    def _actions(self) -> dict[int, PlanAction]:
        if self.plan is None:
            return {}
        return {one.pk: one for one in self.plan.actions.standing().order_by("pk")}

    @property
    def _covers(self) -> list[tuple[int, int]]:
        found = Covers.objects.filter(plan_action__in=self._actions).order_by("plan_action_id")
        return list(found.values_list("plan_action_id", "risk_id"))

    @cached_property
    def _left(self) -> dict[int, LeftUncovered]:
        return {one.risk_id: one for one in self.plan.left.select_related("by")} if self.plan else {}

    @property
    def has_actions(self) -> bool:
        return bool(self._actions)

    @property
    def gaps(self) -> int:
        return sum(row.is_open for row in self.rows)

    @property
    def may_record(self) -> bool:
        return self.viewer.may("plans.record")

    @cached_property
    def may_change(self) -> bool:
        return self.may_record and self.plan is not None and not is_put_forward(self.plan)


def is_put_forward(plan: SafetyPlan) -> bool:
    return Review.objects.filter(entry=plan.entry_id).exists()


@dataclass
class PlanPage:
    plan: SafetyPlan
    viewer: Viewer
    at: datetime

    @cached_property
    def is_current(self) -> bool:
        return seen(self.viewer).current().filter(pk=self.plan.pk).exists()

    @property
    def state(self) -> dict[str, str]:
        if self.plan.closed_at:
            return {"text": "Closed", "colour": "grey"}
        if self.is_current:
            return {"text": "The plan now", "colour": "green"}
        return {"text": "An earlier version", "colour": "grey"}

    @cached_property
    def may_record(self) -> bool:
        return self.viewer.may("plans.record") and not self.plan.entry.is_struck_out

    @cached_property
    def may_change(self) -> bool:
        return self.may_record and self.is_current and not is_put_forward(self.plan)

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [{"key": title, "value": getattr(self.plan, name)} for name, title in TEXTS.items()]

    @cached_property
    def actions(self) -> list[PlanAction]:
        found = self.plan.actions.standing().select_related("owner", "task__owner", "carried_from__plan")
        return list(found.order_by("pk"))

    @property
    def dropped(self) -> list[PlanAction]:
        return list(self.plan.actions.exclude(dropped_at=None).select_related("dropped_by").order_by("pk"))

    @cached_property
    def agreements(self) -> list[Agreement]:
        """The newest of each person."""
        newest = {(one.role, one.who): one for one in self.plan.agreements.order_by("at", "pk")}
        return list(newest.values())

    @cached_property
    def coverage(self) -> Coverage | None:
        """Only for those inside, and only of the plan in force: earlier versions answered earlier risks."""
        if self.viewer.is_outside or not self.is_current:
            return None
        return Coverage(self.plan.child, self.viewer, self.plan)

    @property
    def weaknesses(self) -> list[str]:
        if self.viewer.is_outside or not self.is_current:
            return []
        return rules.weaknesses(facts_of(self.plan, self.actions, self.agreements), local_date(self.at))

    @cached_property
    def reviews(self) -> list[ReviewPage]:
        if self.viewer.is_outside:
            return []
        return ReviewPage.of(self.plan.entry, self.viewer)

    @cached_property
    def reasons(self) -> list[Entry]:
        return informing.reasons(self.viewer, self.plan.entry)

    @cached_property
    def reply_url(self) -> str:
        """Once a manager has accepted what was changed because of an interview: where to write what the child is told.
        Empty when that is written already.
        """
        accepted = any(review.at == Turn.ACCEPT for review in self.reviews)
        heard = [entry for entry in self.reasons if entry.kind == "return_interviews.interview"]
        if not (accepted and heard and self.viewer.may("replies.record")):
            return ""
        if informing.what_came_of(self.viewer, [entry.pk for entry in heard], "replies.reply"):
            return ""
        return f"{reverse('replies:write_reply', args=[self.plan.child_id])}?because_of={heard[-1].pk}"

    @property
    def versions(self) -> list[SafetyPlan]:
        """The other versions of this child's plan, newest first."""
        others = seen(self.viewer).filter(child=self.plan.child_id).exclude(pk=self.plan.pk)
        return list(others.select_related("entry").order_by("-number"))


def facts_of(plan: SafetyPlan, actions: list[PlanAction], agreements: list[Agreement]) -> rules.Facts:
    childs = [one.agreed for one in agreements if one.role == "child"]
    return rules.Facts(
        steps=[rules.Step(one.who_is, one.who, one.is_timed, one.evenings_weekends) for one in actions],
        warning_signs=plan.warning_signs,
        contingency=plan.contingency,
        child_version=plan.child_version,
        review_on=plan.review_on,
        child_agreed=childs[-1] if childs else None,
    )
