"""Every standing risk of a child beside what the plans in force do about it. Reads only."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.plans.coverage import rules as coverage_rules
from kittiwake.practice.plans.coverage.rules import Answer
from kittiwake.practice.plans.models import Covers, LeftUncovered, Plan, PlanAction
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting.showing import level_tag
from kittiwake.practice.risk.presenting.showing import seen as risks_seen
from kittiwake.primitives.oversight.models import Review
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.queries.together import together
from kittiwake.record.models import Child
from kittiwake.ui.components import Status

TAGS = {
    Answer.UNCOVERED: Status("Nothing covers it", "red"),
    Answer.LEFT: Status("Left, with a reason", "yellow"),
    Answer.COVERED: Status("Covered", "green"),
}


@dataclass(frozen=True)
class CoveredRisk:
    """One risk, and what the plans do about it."""

    risk: PresentingRisk
    answer: Answer
    actions: list[PlanAction]
    left: LeftUncovered | None

    @property
    def tag(self) -> Status:
        return TAGS[self.answer]

    @property
    def level(self) -> Status:
        return level_tag(self.risk)

    @property
    def is_open(self) -> bool:
        return self.answer == Answer.UNCOVERED


@dataclass
class Coverage:
    """Uncovered first. `plans` are those in force that the viewer may see."""

    child: Child
    viewer: Viewer
    plans: list[Plan]

    def asked(self) -> Coverage:
        """What its rows are made of, asked together."""
        together(lambda: self._risks, lambda: self._covers, lambda: self._left)
        return self

    @cached_property
    def rows(self) -> list[CoveredRisk]:
        by_pk = {risk.pk: risk for risk in self._risks}
        answers = coverage_rules.coverage(list(by_pk), self._covers, self._left)
        return [self._row(by_pk[answer.risk], answer) for answer in answers]

    @cached_property
    def _risks(self) -> list[PresentingRisk]:
        return _standing(self.viewer, self.child)

    def _row(self, risk: PresentingRisk, covered: coverage_rules.Covered) -> CoveredRisk:
        actions = [self._actions[key] for key in covered.actions]
        return CoveredRisk(risk, covered.answer, actions, self._left.get(risk.pk))

    @cached_property
    def _actions(self) -> dict[int, PlanAction]:
        return {action.pk: action for action in _actions(self._keys)}

    @cached_property
    def _covers(self) -> list[tuple[int, int]]:
        return _covers(list(self._actions))

    @cached_property
    def _left(self) -> dict[int, LeftUncovered]:
        return {left.risk_id: left for left in _left(self._keys)}

    @property
    def _keys(self) -> list[int]:
        return [plan.pk for plan in self.plans]

    @property
    def gaps(self) -> int:
        return sum(row.is_open for row in self.rows)

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD)

    @cached_property
    def open_plans(self) -> list[Plan]:
        """Those an action may still be added to."""
        before = set(
            Review.objects.filter(entry__in=[plan.pk for plan in self.plans]).values_list("entry", flat=True)
        )
        return [plan for plan in self.plans if plan.pk not in before] if self.may_record else []

    @property
    def with_actions(self) -> list[Plan]:
        doing = {action.plan_id for action in self._actions.values()}
        return [plan for plan in self.open_plans if plan.pk in doing]


@kept
def _standing(viewer: Viewer, child: Child) -> QuerySet[PresentingRisk]:
    return risks_seen(viewer).standing().filter(child=child).select_related("entry").highest_first()


@kept
def _actions(plans: list[int]) -> QuerySet[PlanAction]:
    standing = PlanAction.objects.standing().filter(Among("plan_id", plans))
    return standing.select_related("plan").order_by("pk")


@kept
def _covers(actions: list[int]) -> QuerySet[Covers, tuple[int, int]]:
    covers = Covers.objects.filter(Among("plan_action_id", actions)).order_by("plan_action_id")
    return covers.values_list("plan_action_id", "risk_id")


@kept
def _left(plans: list[int]) -> QuerySet[LeftUncovered]:
    return LeftUncovered.objects.filter(Among("plan_id", plans)).select_related("by", "plan")


def is_put_forward(plan: Plan) -> bool:
    return Review.objects.filter(entry=plan.entry_id).exists()
