"""Locking the version in force while it is written, and what it leaves behind when the next one comes."""

from __future__ import annotations

from datetime import datetime

from kittiwake.history.refusal import Refused
from kittiwake.practice.plans.models import Plan, PlanAction
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.primitives.oversight.models import Review

NOT_THE_NEWEST = "There is a newer version of this plan. Go to it and make your change there."
PUT_FORWARD = "A manager has this version before them, so it can no longer be changed. Start a new version."


def lock(plan: Plan, *, put_forward: bool = False) -> Plan:
    """The plan, locked, if it is still the one in force. `put_forward`: even while a manager has it."""
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if not Plan.objects.current().filter(pk=plan.pk).exists():
        raise Refused("This plan is closed. Start a new one." if locked.closed_at else NOT_THE_NEWEST)
    if not put_forward and Review.objects.filter(entry=plan.entry_id).exists():
        raise Refused(PUT_FORWARD)
    return locked


def end_oversight(before: Plan, at: datetime) -> None:
    """Nobody decides any more on a version that was overtaken, closed or struck out."""
    for review in Review.objects.filter(entry=before.entry, closed_at=None):
        oversight.close(review, at=at)


def must_be_in(plan: Plan, action: PlanAction) -> None:
    if not plan.actions.standing().filter(pk=action.pk).exists():
        raise Refused(
            "This action has already been taken out of the plan. Add it again if it is still to be done."
        )
