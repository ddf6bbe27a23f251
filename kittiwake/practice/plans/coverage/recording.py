"""Writing which risks a plan answers, and which it leaves for a reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.plans import events
from kittiwake.practice.plans.models import Covers, LeftUncovered, Plan, PlanAction
from kittiwake.practice.plans.versions import lock, must_be_in
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.record.standing import must_stand


@whole()
def cover(
    plan: Plan, *, risk: PresentingRisk, actions_: Iterable[PlanAction], by: User, at: datetime
) -> None:
    """Actions already in the plan are also what it does about this risk."""
    must_stand(plan, risk)
    plan = lock(plan)
    for action in actions_:
        must_be_in(plan, action)
        cover_risks(action, [risk])
    history.write(events.RISK_COVERED, plan, by=by, at=at, child_id=plan.child_id)


@whole()
def leave(plan: Plan, *, risk: PresentingRisk, reason: str, by: User, at: datetime) -> LeftUncovered:
    """The plan does nothing about this risk, for a reason that stands with a name. Allowed while a manager looks."""
    must_stand(plan, risk)
    plan = lock(plan, put_forward=True)
    _refuse_risk(plan, risk)
    left, is_new = LeftUncovered.objects.get_or_create(
        plan=plan, risk=risk, defaults={"reason": reason, "by": by, "at": at}
    )
    if not is_new:
        raise Refused(f"{left.by} has already said why: {left.reason} Open the plan to see what it covers.")
    history.write(events.RISK_LEFT, left, by=by, at=at, child_id=plan.child_id)
    return left


def cover_risks(action: PlanAction, risks: Iterable[PresentingRisk]) -> None:
    """Part of recording an action, inside its transaction."""
    for risk in risks:
        _refuse_risk(action.plan, risk)
        Covers.objects.get_or_create(plan_action=action, risk=risk)


def _refuse_risk(plan: Plan, risk: PresentingRisk) -> None:
    if not PresentingRisk.objects.standing().filter(pk=risk.pk, child=plan.child_id).exists():
        raise Refused("That risk no longer stands, or is not this child's.", field="risks")
