"""Writing what people do in a plan, and which risks it answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.practice.plans.models import Covers, LeftUncovered, Plan, PlanAction
from kittiwake.practice.plans.versions import hold
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Worker
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date


@transaction.atomic
def add_action(
    plan: Plan,
    *,
    what: str,
    who: str,
    who_is: str,
    by: User,
    at: datetime,
    owner: Worker | None = None,
    when: str = "",
    evenings_weekends: bool = False,
    by_on: date | None = None,
    difference: str = "",
    risks: Iterable[PresentingRisk] = (),
) -> PlanAction:
    """Somebody agreed to do something. With a worker of ours and a day, it goes on their list of work as well.

    Refuses once the version is before a manager, or is not the newest; and an owner who has left.
    """
    must_stand(plan)
    must_be_believable(at, of=plan.child, by_on=by_on)
    plan = hold(plan)
    _refuse_gone(owner, at)
    task = _put_on_list(plan, what, difference, owner, by_on, by, at)
    facts: dict[str, Any] = {
        "what": what,
        "who": who,
        "who_is": who_is,
        "owner": owner,
        "when": when,
        "by_on": by_on,
    }
    facts |= {"evenings_weekends": evenings_weekends, "difference": difference}
    return _add(plan, task, risks, by, at, **facts)


def _add(
    plan: Plan, task: Action | None, risks: Iterable[PresentingRisk], by: User, at: datetime, **facts: object
) -> PlanAction:
    action = PlanAction.objects.create(plan=plan, task=task, added_at=at, added_by=by, **facts)
    _cover(action, risks)
    history.write("plans.action_added", action, by=by, at=at, child_id=plan.child_id)
    return action


def _refuse_gone(owner: Worker | None, at: datetime) -> None:
    if owner is not None and owner.ends_on is not None and owner.ends_on <= local_date(at):
        raise Refused(f"{owner.name} has left. Choose somebody who works here now.", field="owner")


def _put_on_list(
    plan: Plan,
    what: str,
    difference: str,
    owner: Worker | None,
    by_on: date | None,
    by: User,
    at: datetime,
) -> Action | None:
    if owner is None or by_on is None:
        return None
    facts: dict[str, Any] = {"what": what, "difference": difference, "due_on": by_on, "owner": owner}
    return actions.raise_action(plan.entry, **facts, by=by, at=at)


@transaction.atomic
def take_up(
    plan: Plan,
    *,
    action: Action,
    who: str,
    who_is: str,
    by: User,
    at: datetime,
    when: str = "",
    evenings_weekends: bool = False,
    risks: Iterable[PresentingRisk] = (),
) -> PlanAction:
    """What was agreed elsewhere, such as at a meeting, becomes part of this plan. It stays the one action it is: its
    owner, its day and its end are kept where it was agreed. Refuses another child's, a finished one, and a second time.
    """
    must_stand(plan, action)
    plan = hold(plan)
    found = Action.objects.open().filter(pk=action.pk).select_related("entry").first()
    if found is None or found.entry.child_id != plan.child_id:
        raise Refused("This action is finished, was dropped, or is not this child’s. Choose another.")
    if plan.actions.standing().filter(task=found).exists():
        raise Refused("This action is already in the plan. Choose another, or change that one.")
    facts: dict[str, Any] = {
        "what": found.what,
        "difference": found.difference,
        "owner": found.owner,
        "by_on": found.due_on,
    }
    facts |= {"who": who, "who_is": who_is, "when": when, "evenings_weekends": evenings_weekends}
    return _add(plan, found, risks, by, at, **facts)


def _cover(action: PlanAction, risks: Iterable[PresentingRisk]) -> None:
    for risk in risks:
        _refuse_risk(action.plan, risk)
        Covers.objects.get_or_create(plan_action=action, risk=risk)


def _refuse_risk(plan: Plan, risk: PresentingRisk) -> None:
    if not PresentingRisk.objects.standing().filter(pk=risk.pk, child=plan.child_id).exists():
        raise Refused("That risk no longer stands, or is not this child's.", field="risks")


@transaction.atomic
def cover(
    plan: Plan, *, risk: PresentingRisk, actions_: Iterable[PlanAction], by: User, at: datetime
) -> None:
    """Actions already in the plan are also what it does about this risk."""
    must_stand(plan, risk)
    plan = hold(plan)
    for action in actions_:
        _refuse_dropped(plan, action)
        _cover(action, [risk])
    history.write("plans.risk_covered", plan, by=by, at=at, child_id=plan.child_id)


@transaction.atomic
def drop_action(action: PlanAction, *, reason: str, by: User, at: datetime) -> None:
    """No longer part of the plan, for a reason. What it covered is uncovered again. A task the plan raised is dropped
    with it; one a meeting agreed stays on the meeting's list."""
    must_stand(action)
    _refuse_dropped(hold(action.plan), action)
    PlanAction.objects.filter(pk=action.pk).update(dropped_at=at, dropped_by=by, dropped_reason=reason)
    if task := Action.objects.open().filter(plan_actions=action, entry__plan__isnull=False).first():
        actions.drop(task, reason=reason, by=by, at=at)
    history.write("plans.action_dropped", action, by=by, at=at, child_id=action.plan.child_id)


def _refuse_dropped(plan: Plan, action: PlanAction) -> None:
    if not plan.actions.standing().filter(pk=action.pk).exists():
        raise Refused(
            "This action has already been taken out of the plan. Add it again if it is still to be done."
        )


@transaction.atomic
def leave(plan: Plan, *, risk: PresentingRisk, reason: str, by: User, at: datetime) -> LeftUncovered:
    """The plan does nothing about this risk, for a reason that stands with a name. Allowed while a manager looks."""
    must_stand(plan, risk)
    plan = hold(plan, put_forward=True)
    _refuse_risk(plan, risk)
    left, is_new = LeftUncovered.objects.get_or_create(
        plan=plan, risk=risk, defaults={"reason": reason, "by": by, "at": at}
    )
    if not is_new:
        raise Refused(f"{left.by} has already said why: {left.reason} Open the plan to see what it covers.")
    history.write("plans.risk_left", left, by=by, at=at, child_id=plan.child_id)
    return left
