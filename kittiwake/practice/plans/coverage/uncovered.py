"""The risks that no plan answers, live. For a child's page, the board, and the refusal to put a plan forward."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from kittiwake.practice.plans.models import Covers, LeftUncovered, Plan
from kittiwake.practice.risk.models import PresentingRiskQuerySet


def uncovered(risks: PresentingRiskQuerySet) -> PresentingRiskQuerySet:
    """Of these risks, those that stand and that none of the child's plans in force covers or leaves with a reason.

    The same answer as rules.coverage, as one query. Start from what a viewer may see.
    """
    current = Plan.objects.current()
    covering = Covers.objects.filter(
        risk=OuterRef("pk"), plan_action__dropped_at__isnull=True, plan_action__plan__in=current
    )
    leaving = LeftUncovered.objects.filter(risk=OuterRef("pk"), plan__in=current)
    return risks.standing().filter(~Exists(covering), ~Exists(leaving))
