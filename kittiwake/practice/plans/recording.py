"""The only way a safety plan is written. Form, import and API all call these."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.practice.plans.carrying import carry_forward
from kittiwake.practice.plans.models import Agreement, Covers, LeftUncovered, PlanAction, SafetyPlan
from kittiwake.practice.plans.uncovered import uncovered
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.primitives.oversight.models import Review
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Entry, Team, Worker
from kittiwake.ui.dates import local_date

SAFETY_PLAN = "plans.safety_plan"
NOT_THE_NEWEST = "There is a newer version of this plan. Go to it and make your change there."
PUT_FORWARD = "A manager has this version before them, so it can no longer be changed. Start a new version."
STARTED_MEANWHILE = (
    "Somebody else has started a new version since you opened this page. Copy what you have typed, "
    "open the new version and see what they wrote."
)


@transaction.atomic
def write_plan(
    child: Child,
    *,
    worry: str,
    agreed_on: date,
    by: User,
    at: datetime,
    review_on: date | None = None,
    following: int = 0,
    because_of: Entry | None = None,
    occasion: str = "",
    **words: str,
) -> SafetyPlan:
    """The next version of a child's plan, or the first. What stands in the one before is copied forward: actions,
    the risks they cover, and the risks left with a reason. An open review of the one before is closed.

    `following` is the number of the version that was read, 0 for none: refused when another has come since.
    `because_of` is what it answers, such as an interview. `words` are SafetyPlan's own texts. The draft kept for
    `occasion` goes in the same transaction.
    """
    _refuse_dates(agreed_on, review_on, at)
    if because_of is not None and because_of.child_id != child.pk:
        raise Refused("What this plan is because of is on another child's record.")
    before = SafetyPlan.objects.standing().filter(child=child).order_by("-number").first()
    if (before.number if before else 0) != following:
        raise Refused(STARTED_MEANWHILE)
    plan = _next_version(
        child, before, worry=worry, agreed_on=agreed_on, review_on=review_on, **words, by=by, at=at
    )
    if because_of:
        record.inform(plan.entry, because_of=because_of)
    _keep_child_version(plan, before, at)
    if before:
        carry_forward(before, plan)
        _follow(before, at)
    drafts.forget(by, child, occasion)
    history.write("plans.written", plan, by=by, at=at, child_id=child.pk)
    return plan


def _refuse_dates(agreed_on: date, review_on: date | None, at: datetime) -> None:
    if agreed_on > local_date(at):
        raise Refused("The day it was agreed must be today or in the past.", field="agreed_on")
    if review_on is not None and review_on < agreed_on:
        raise Refused("The day to look at it again must come after the day it was agreed.", field="review_on")


def _next_version(
    child: Child, before: SafetyPlan | None, *, by: User, at: datetime, **facts: Any
) -> SafetyPlan:
    """A number is never used again, not even one that was struck out."""
    number = (SafetyPlan.objects.filter(child=child).aggregate(last=Max("number"))["last"] or 0) + 1
    summary = f"Safety plan, version {number}"
    entry = record.enter(child, kind=SAFETY_PLAN, summary=summary, happened_at=at, by=by, at=at)
    return _make(entry, number=number, previous=before, **facts)


def _make(entry: Entry, **facts: Any) -> SafetyPlan:
    try:
        with transaction.atomic():
            return SafetyPlan.objects.create(entry=entry, child_id=entry.child_id, **facts)
    except IntegrityError as problem:
        if "plan_version_once" not in str(problem):
            raise
        raise Refused(STARTED_MEANWHILE) from problem


def _keep_child_version(plan: SafetyPlan, before: SafetyPlan | None, at: datetime) -> None:
    """Words copied forward unchanged were said once, not twice."""
    if before is None or before.child_version != plan.child_version:
        record.keep_words(plan.entry, text=plan.child_version, said_at=at)


def _follow(before: SafetyPlan, at: datetime) -> None:
    for review in Review.objects.filter(entry=before.entry, closed_at=None):
        oversight.close(review, at=at)


@transaction.atomic
def add_action(
    plan: SafetyPlan,
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
    risks: Iterable[PresentingRisk] = (),
) -> PlanAction:
    """Somebody agreed to do something. With a worker of ours and a day, it goes on their list of work as well.

    Refuses once the version is before a manager, or is not the newest.
    """
    plan = _hold(plan)
    task = _put_on_list(plan, what, owner, by_on, by, at)
    action = PlanAction.objects.create(
        plan=plan,
        what=what,
        who=who,
        who_is=who_is,
        owner=owner,
        when=when,
        evenings_weekends=evenings_weekends,
        by_on=by_on,
        task=task,
        added_at=at,
        added_by=by,
    )
    _cover(action, risks)
    history.write("plans.action_added", action, by=by, at=at, child_id=plan.child_id)
    return action


def _put_on_list(
    plan: SafetyPlan, what: str, owner: Worker | None, by_on: date | None, by: User, at: datetime
) -> Action | None:
    if owner is None or by_on is None:
        return None
    return actions.raise_action(plan.entry, what=what, due_on=by_on, owner=owner, by=by, at=at)


def _cover(action: PlanAction, risks: Iterable[PresentingRisk]) -> None:
    for risk in risks:
        _refuse_risk(action.plan, risk)
        Covers.objects.get_or_create(plan_action=action, risk=risk)


def _refuse_risk(plan: SafetyPlan, risk: PresentingRisk) -> None:
    if not PresentingRisk.objects.standing().filter(pk=risk.pk, child=plan.child_id).exists():
        raise Refused("That risk no longer stands, or is not this child's.", field="risks")


@transaction.atomic
def cover(
    plan: SafetyPlan, *, risk: PresentingRisk, actions_: Iterable[PlanAction], by: User, at: datetime
) -> None:
    """Actions already in the plan are also what it does about this risk."""
    plan = _hold(plan)
    for action in actions_:
        _refuse_dropped(plan, action)
        _cover(action, [risk])
    history.write("plans.risk_covered", plan, by=by, at=at, child_id=plan.child_id)


@transaction.atomic
def drop_action(action: PlanAction, *, reason: str, by: User, at: datetime) -> None:
    """No longer part of the plan, for a reason. What it covered is uncovered again. Its task is dropped with it."""
    _refuse_dropped(_hold(action.plan), action)
    PlanAction.objects.filter(pk=action.pk).update(dropped_at=at, dropped_by=by, dropped_reason=reason)
    if task := Action.objects.open().filter(plan_actions=action).first():
        actions.drop(task, reason=reason, by=by, at=at)
    history.write("plans.action_dropped", action, by=by, at=at, child_id=action.plan.child_id)


def _refuse_dropped(plan: SafetyPlan, action: PlanAction) -> None:
    if not plan.actions.standing().filter(pk=action.pk).exists():
        raise Refused("This action has already been taken out of the plan.")


@transaction.atomic
def leave(plan: SafetyPlan, *, risk: PresentingRisk, reason: str, by: User, at: datetime) -> LeftUncovered:
    """The plan does nothing about this risk, for a reason that stands with a name. Allowed while a manager looks."""
    plan = _hold(plan, put_forward=True)
    _refuse_risk(plan, risk)
    left, is_new = LeftUncovered.objects.get_or_create(
        plan=plan, risk=risk, defaults={"reason": reason, "by": by, "at": at}
    )
    if not is_new:
        raise Refused(f"{left.by} has already said why: {left.reason}")
    history.write("plans.risk_left", left, by=by, at=at, child_id=plan.child_id)
    return left


@transaction.atomic
def agree(
    plan: SafetyPlan, *, who: str, role: str, agreed: bool, by: User, at: datetime, why_not: str = ""
) -> Agreement:
    """Somebody agrees with this version, or says why not. They may change their mind: the newest counts."""
    plan = _hold(plan, put_forward=True)
    if not agreed and not why_not:
        raise Refused("Say why they do not agree.", field="why_not")
    agreement = Agreement.objects.create(
        plan=plan, who=who, role=role, agreed=agreed, why_not="" if agreed else why_not, by=by, at=at
    )
    history.write(
        "plans.agreed" if agreed else "plans.not_agreed", agreement, by=by, at=at, child_id=plan.child_id
    )
    return agreement


@transaction.atomic
def put_forward(plan: SafetyPlan, *, by: User, at: datetime) -> Review:
    """Before the manager of the child's team. From then on this version is not changed.

    Refuses a plan without actions, and one that leaves a standing risk neither covered nor left with a reason.
    """
    plan = _hold(plan)
    if not plan.actions.standing().exists():
        raise Refused("Nobody has agreed to do anything yet. Add at least one action.")
    gaps = [
        str(risk) for risk in uncovered(PresentingRisk.objects.filter(child=plan.child_id)).highest_first()
    ]
    if gaps:
        raise Refused(f"Add an action, or a reason to leave it, for each of these risks: {'; '.join(gaps)}.")
    review = oversight.ask(plan.entry, team=_team_of(plan.child, at), by=by, at=at)
    history.write("plans.put_forward", plan, by=by, at=at, child_id=plan.child_id)
    return review


def _team_of(child: Child, at: datetime) -> Team | None:
    lead = Allocation.objects.on(local_date(at)).filter(child=child, role=Allocation.LEAD)
    found = lead.select_related("team").first()
    return found.team if found else None


@transaction.atomic
def keep_plan(plan: SafetyPlan, *, because_of: Entry, why: str, by: User, at: datetime) -> None:
    """Looked at again because of something, such as an interview; it stays as it is, and this is why."""
    plan = _hold(plan, put_forward=True)
    if because_of.child_id != plan.child_id:
        raise Refused("What you looked at is on another child's record.")
    record.inform(plan.entry, because_of=because_of, how=f"Stays as it is: {why}")
    history.write("plans.kept", plan, by=by, at=at, child_id=plan.child_id, changes={"Why": ("", why)})


@transaction.atomic
def close_plan(plan: SafetyPlan, *, reason: str, by: User, at: datetime) -> None:
    """The plan is over, for a reason: what is still to do in it is dropped, and risks that stand are uncovered."""
    _hold(plan, put_forward=True)
    for task in Action.objects.open().filter(plan_actions__plan=plan):
        actions.drop(task, reason=f"The plan was closed: {reason}"[:300], by=by, at=at)
    SafetyPlan.objects.filter(pk=plan.pk).update(
        closed_at=at, closed_by=by, closed_reason=reason, version=F("version") + 1
    )
    _follow(plan, at)
    history.write("plans.closed", plan, by=by, at=at, child_id=plan.child_id)


@transaction.atomic
def strike_out(plan: SafetyPlan, *, reason: str, by: User, at: datetime) -> None:
    """Recorded wrongly: struck through with the reason. The version before, if one, is the plan again.

    Refuses while a later version, which was copied from this one, stands.
    """
    if later := SafetyPlan.objects.standing().filter(previous=plan).first():
        raise Refused(f"Version {later.number} was copied from this one. Strike that out first.")
    record.strike_out(plan.entry, reason=reason, by=by, at=at)
    _follow(plan, at)
    history.write("plans.struck_out", plan, by=by, at=at, child_id=plan.child_id)


def _hold(plan: SafetyPlan, *, put_forward: bool = False) -> SafetyPlan:
    """The plan, locked, if it is still the one in force. `put_forward`: even while a manager has it."""
    held = SafetyPlan.objects.select_for_update().get(pk=plan.pk)
    if not SafetyPlan.objects.current().filter(pk=plan.pk).exists():
        raise Refused("This plan is closed." if held.closed_at else NOT_THE_NEWEST)
    if not put_forward and Review.objects.filter(entry=plan.entry_id).exists():
        raise Refused(PUT_FORWARD)
    return held
