"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from dataclasses import dataclass

from kittiwake.areas.powers import Power
from kittiwake.practice.plans import rules
from kittiwake.practice.plans.coverage.showing import Coverage
from kittiwake.practice.plans.showing import plans_now
from kittiwake.practice.risk.on_pages import RiskShown, risks_of
from kittiwake.primitives.measures.links import Mend, Mends
from kittiwake.primitives.shared_pages.child_page import ChildPart, Lane, OnChild, Where
from kittiwake.primitives.shared_pages.my_work import DraftForm
from kittiwake.queries.together import together


@dataclass(frozen=True)
class RisksAndPlans:
    risks: list[RiskShown]
    coverage: Coverage  # the plans in force, and what they do about each risk


def risks_and_plans(page: OnChild) -> RisksAndPlans:
    risks, coverage = together(lambda: risks_of(page), lambda: _coverage(page))
    return RisksAndPlans(risks, coverage)


def _coverage(page: OnChild) -> Coverage:
    return Coverage(page.child, page.viewer, plans_now(page.viewer, page.child)).asked()


CHANGE = Mend("Change the plan", "plans:write_plan", Power.RECORD, "child", because=True)


PARTS = [
    ChildPart("plans", Where.RECORD, 40, "plans/_on_child.html", risks_and_plans, power=Power.SEE_PLANS),
    Lane("Plans", 60, kinds={f"plans.{kind}" for kind in rules.CALLED}),
    *(DraftForm(f"plans.{kind}", "plans:write_plan", query=f"kind={kind}") for kind in rules.CALLED),
    Mends("return_interviews.no_plan_change", CHANGE),
]
