"""What becomes of a version of a plan: agreed, put before a manager, kept, closed, struck out. Form, import and API all
call these. Writing one is writing.recording; what is done in it, actions.recording.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.plans import events, rules
from kittiwake.practice.plans.coverage.uncovered import uncovered
from kittiwake.practice.plans.models import Plan, PlanAgreement
from kittiwake.practice.plans.versions import end_oversight, lock
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.primitives.oversight.models import Review
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Entry, Team
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date


@whole()
def agree(
    plan: Plan, *, who: str, role: str, answer: str, by: User, at: datetime, how: str = "", why_not: str = ""
) -> PlanAgreement:
    """Somebody agrees with this version, does not and says why, or could not be asked. They may change their mind.

    Refuses an answer in the name of somebody who was not there and did not call or write.
    """
    must_stand(plan)
    plan = lock(plan, put_forward=True)
    if answer != rules.NOT_ASKED and how in ("", rules.ABSENT):
        raise Refused(
            f"{who} has to say so themselves: there, by phone or video, or in writing. "
            "Nobody signs a plan in somebody else’s name. If they could not be asked, record that, and why.",
            field="how",
        )
    if answer != rules.AGREES and not why_not:
        raise Refused("Say why they do not agree, or why nobody could ask them.", field="why_not")
    facts = {
        "how": "" if answer == rules.NOT_ASKED else how,
        "why_not": "" if answer == rules.AGREES else why_not,
    }
    agreement = PlanAgreement.objects.create(
        plan=plan, who=who, role=role, answer=answer, by=by, at=at, **facts
    )
    what = events.AGREED if answer == rules.AGREES else events.NOT_AGREED
    history.write(what, agreement, by=by, at=at, child_id=plan.child_id)
    return agreement


@whole()
def put_forward(plan: Plan, *, by: User, at: datetime) -> Review:
    """Before the manager of the child's team. From then on this version is not changed. A care plan is now prepared.

    Refuses a plan without actions, and one while a standing risk is neither covered nor left with a reason by any
    plan in force.
    """
    must_stand(plan)
    plan = lock(plan)
    if not plan.actions.standing().exists():
        raise Refused("Nobody has agreed to do anything yet. Add at least one action.")
    risks = PresentingRisk.objects.filter(child=plan.child_id)
    if gaps := "; ".join(str(risk) for risk in uncovered(risks).highest_first()):
        raise Refused(f"Add an action, or a reason to leave it, for each of these risks: {gaps}.")
    review = oversight.ask(plan.entry, team=_team_of(plan.child, at), by=by, at=at)
    settle(plan.child, at)
    history.write(events.PUT_FORWARD, plan, by=by, at=at, child_id=plan.child_id)
    return review


def _team_of(child: Child, at: datetime) -> Team | None:
    lead = Allocation.objects.on(local_date(at)).filter(child=child, role=Allocation.LEAD)
    allocation = lead.select_related("team").first()
    return allocation.team if allocation else None


@whole()
def keep_plan(plan: Plan, *, because_of: Entry, why: str, by: User, at: datetime) -> None:
    """Looked at again because of something, such as an interview; it stays as it is, and this is why."""
    must_stand(plan)
    plan = lock(plan, put_forward=True)
    if because_of.child_id != plan.child_id:
        raise Refused("What you looked at is on another child's record. Choose something from this child’s.")
    record.inform(plan.entry, because_of=because_of, how=f"Stays as it is: {why}")
    history.write(events.KEPT, plan, by=by, at=at, child_id=plan.child_id, changes={"Why": ("", why)})


@whole()
def close_plan(plan: Plan, *, reason: str, by: User, at: datetime) -> None:
    """The plan is over, for a reason: what is still to do in it is dropped, its clocks are cancelled, and risks that
    no other plan answers are uncovered. What a meeting agreed stays on the meeting's list."""
    must_stand(plan)
    lock(plan, put_forward=True)
    for task in Action.objects.open().filter(plan_actions__plan=plan, entry__plan__isnull=False):
        actions.drop(task, reason=f"The plan was closed: {reason}"[:300], by=by, at=at)
    Plan.objects.filter(pk=plan.pk).update(
        closed_at=at, closed_by=by, closed_reason=reason, version=F("version") + 1
    )
    settle(plan.child, at)
    end_oversight(plan, at)
    history.write(events.CLOSED, plan, by=by, at=at, child_id=plan.child_id)


@whole()
def strike_out(plan: Plan, *, reason: str, by: User, at: datetime) -> None:
    """Recorded wrongly: struck through with the reason. The version before, if one, is the plan again.

    Refuses while a later version, which was copied from this one, stands.
    """
    if later := Plan.objects.standing().filter(previous=plan).first():
        raise Refused(f"Version {later.number} was copied from this one. Strike that out first.")
    record.strike_out(plan.entry, reason=reason, by=by, at=at)
    settle(plan.child, at)
    end_oversight(plan, at)
    history.write(events.STRUCK_OUT, plan, by=by, at=at, child_id=plan.child_id)
