"""What a new version of a plan takes over from the one before."""

from __future__ import annotations

from kittiwake.access.identity import acting_as_system
from kittiwake.practice.plans.models import Covers, LeftUncovered, Plan, PlanAction
from kittiwake.practice.risk.models import PresentingRisk


def carry_forward(before: Plan, plan: Plan) -> None:
    """Copies into the new version what stands in the one before: actions, the standing risks they cover, and those
    left with a reason. Part of recording.write_plan, inside its transaction. Also a risk that is kept from whoever
    writes until they have marked it: what answers it is not lost because they do not see it.
    """
    with acting_as_system():
        risks = PresentingRisk.objects.standing().filter(child=plan.child_id)
        standing = set(risks.values_list("pk", flat=True))
        for old in before.actions.standing().order_by("pk"):
            _carry(old, plan, standing)
        kept = before.left.filter(risk__in=standing).order_by("pk")
        LeftUncovered.objects.bulk_create(
            LeftUncovered(
                plan=plan,
                risk_id=left_risk.risk_id,
                reason=left_risk.reason,
                by_id=left_risk.by_id,
                at=left_risk.at,
            )
            for left_risk in kept
        )


def _carry(old: PlanAction, plan: Plan, standing: set[int]) -> None:
    same = (
        "what",
        "difference",
        "who",
        "who_is",
        "owner",
        "when",
        "evenings_weekends",
        "by_on",
        "task",
        "added_at",
        "added_by",
    )
    new = PlanAction.objects.create(
        plan=plan, carried_from=old, **{name: getattr(old, name) for name in same}
    )
    covered = old.covers.filter(risk__in=standing).order_by("pk")
    Covers.objects.bulk_create(Covers(plan_action=new, risk_id=cover.risk_id) for cover in covered)
