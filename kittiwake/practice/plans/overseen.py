"""A plan before a manager: what it says, what is weak in it, and which risks nobody answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.practice.plans import rules
from kittiwake.practice.plans.coverage.uncovered import uncovered
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.plans.showing import PlanPage
from kittiwake.practice.risk.models import PresentingRisk, PresentingRiskQuerySet
from kittiwake.primitives.oversight.overseen import Overseen
from kittiwake.record.models import Entry


def facts(entry: Entry, viewer: Viewer, at: datetime) -> dict[str, Any]:
    plan = Plan.objects.select_related("child", "entry", "previous").get(pk=entry.pk)
    risks: PresentingRiskQuerySet = viewer.see(PresentingRisk).filter(child=plan.child_id)
    return {"plan": PlanPage(plan, viewer, at), "uncovered": list(uncovered(risks).highest_first())}


def earlier(entry: Entry) -> Iterator[int]:
    plan = Plan.objects.filter(pk=entry.pk).select_related("previous").first()
    while plan is not None and plan.previous is not None:
        plan = plan.previous
        yield plan.pk


KINDS = tuple(rules.entry_kind(kind) for kind, _ in rules.KINDS)
OVERSEEN = [Overseen(KINDS, "plans/_overseen.html", facts, earlier)]
