"""Writing what people do in a plan, and which risks it answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypedDict

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.plans import events
from kittiwake.practice.plans.coverage.recording import cover_risks
from kittiwake.practice.plans.models import Plan, PlanAction
from kittiwake.practice.plans.versions import lock, must_be_in
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Worker
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date


class ActionFacts(TypedDict):
    """A row of PlanAction, but for its plan and its task."""

    what: str
    difference: str
    who: str
    who_is: str
    owner: Worker | None
    when: str
    evenings_weekends: bool
    by_on: date | None


@whole()
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
    plan = lock(plan)
    _refuse_gone(owner, at)
    task = _put_on_list(plan, what, difference, owner, by_on, by, at)
    facts: ActionFacts = {
        "what": what,
        "difference": difference,
        "who": who,
        "who_is": who_is,
        "owner": owner,
        "when": when,
        "evenings_weekends": evenings_weekends,
        "by_on": by_on,
    }
    return _add(plan, task, risks, facts, by=by, at=at)


def _add(
    plan: Plan,
    task: Action | None,
    risks: Iterable[PresentingRisk],
    facts: ActionFacts,
    *,
    by: User,
    at: datetime,
) -> PlanAction:
    action = PlanAction.objects.create(plan=plan, task=task, added_at=at, added_by=by, **facts)
    cover_risks(action, risks)
    history.write(events.ACTION_ADDED, action, by=by, at=at, child_id=plan.child_id)
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
    return actions.raise_action(
        plan.entry, what=what, difference=difference, due_on=by_on, owner=owner, by=by, at=at
    )


@whole()
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
    plan = lock(plan)
    agreed = Action.objects.open().filter(pk=action.pk).select_related("entry").first()
    if agreed is None or agreed.entry.child_id != plan.child_id:
        raise Refused("This action is finished, was dropped, or is not this child’s. Choose another.")
    if plan.actions.standing().filter(task=agreed).exists():
        raise Refused("This action is already in the plan. Choose another, or change that one.")
    facts: ActionFacts = {
        "what": agreed.what,
        "difference": agreed.difference,
        "who": who,
        "who_is": who_is,
        "owner": agreed.owner,
        "when": when,
        "evenings_weekends": evenings_weekends,
        "by_on": agreed.due_on,
    }
    return _add(plan, agreed, risks, facts, by=by, at=at)


@whole()
def drop_action(action: PlanAction, *, reason: str, by: User, at: datetime) -> None:
    """No longer part of the plan, for a reason. What it covered is uncovered again. A task the plan raised is dropped
    with it; one a meeting agreed stays on the meeting's list."""
    must_stand(action)
    must_be_in(lock(action.plan), action)
    PlanAction.objects.filter(pk=action.pk).update(dropped_at=at, dropped_by=by, dropped_reason=reason)
    if task := Action.objects.open().filter(plan_actions=action, entry__plan__isnull=False).first():
        actions.drop(task, reason=reason, by=by, at=at)
    history.write(events.ACTION_DROPPED, action, by=by, at=at, child_id=action.plan.child_id)
