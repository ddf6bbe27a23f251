"""The only way a plan is written. Form, import and API all call these; what is done in it is recording_of_actions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Changed, Refused
from kittiwake.practice.plans import rules
from kittiwake.practice.plans.coverage.uncovered import uncovered
from kittiwake.practice.plans.models import Agreement, Plan, PlanPart
from kittiwake.practice.plans.versions import follow, hold
from kittiwake.practice.plans.writing.carry_forward import carry_forward
from kittiwake.practice.plans.writing.changes import since
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.recording_of_duties import settle
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.primitives.oversight.models import Review
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Allocation, Child, Entry, Team
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date

AREA = "plans"


@transaction.atomic
def write_plan(
    child: Child,
    *,
    worry: str,
    agreed_on: date,
    by: User,
    at: datetime,
    kind: str = rules.SAFETY,
    started_on: date | None = None,
    review_on: date | None = None,
    following: int = 0,
    because_of: Entry | None = None,
    occasion: str = "",
    parts: Mapping[str, str] | None = None,
    **words: str,
) -> Plan:
    """The next version of a child's plan of this kind, or the first. What stands in the one before is copied forward:
    actions, the risks they cover, and the risks left with a reason. An open review of the one before is closed. The
    first version begins the duties of its kind.

    `following` is the number of the version that was read, 0 for none: when another has come since, it is refused
    (`Changed`) with what is different. `because_of` is what it answers, such as an interview. `words` are Plan's own
    texts, `parts` those its kind asks for. The draft kept for `occasion` goes in the same transaction. Refuses a kind
    that may not stand beside the child's other plans, or is not for somebody of their age.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    before = Plan.objects.standing().filter(child=child, kind=kind).order_by("-number").first()
    _refuse_overtaken(before, following)
    begun = before.started_on if before and before.closed_at is None else None
    started_on = (begun or started_on) if kind in rules.BEGUN else None
    _refuse(child, kind, agreed_on, review_on, started_on, because_of, at)
    facts = {"worry": worry, "agreed_on": agreed_on, "review_on": review_on, "started_on": started_on}
    plan = _next_version(child, kind, before, parts or {}, **facts, **words, by=by, at=at)
    if because_of:
        record.inform(plan.entry, because_of=because_of)
    _keep_child_version(plan, before, at)
    if before:
        carry_forward(before, plan)
        follow(before, at)
    settle(child, at)
    drafts.forget(by, child, occasion)
    history.write("plans.written", plan, by=by, at=at, child_id=child.pk)
    return plan


def _refuse_overtaken(before: Plan | None, following: int) -> None:
    if before is not None and before.number != following:
        raise Changed(*since(before, following))
    if before is None and following:
        raise Refused(
            "The version you were reading has been struck out. Open the plans again and start from there."
        )


def _refuse(
    child: Child,
    kind: str,
    agreed_on: date,
    review_on: date | None,
    started_on: date | None,
    because_of: Entry | None,
    at: datetime,
) -> None:
    must_be_believable(at, of=child, agreed_on=agreed_on, started_on=started_on, review_on=review_on)
    field, why = rules.dates(agreed_on, review_on, started_on, kind, local_date(at))
    if why:
        raise Refused(why, field=field)
    if because_of is not None and because_of.child_id != child.pk:
        raise Refused(
            "What this plan is because of is on another child's record. Choose something from this child’s."
        )
    others = Plan.objects.current().filter(child=child).exclude(kind=kind).values_list("kind", flat=True)
    if why := rules.overlap(kind, others) or rules.too_young_or_old(kind, child.age_on(agreed_on)):
        raise Refused(why)


def _next_version(
    child: Child,
    kind: str,
    before: Plan | None,
    parts: Mapping[str, str],
    *,
    by: User,
    at: datetime,
    **facts: Any,
) -> Plan:
    """A number is never used again, not even one that was struck out."""
    used = Plan.objects.filter(child=child, kind=kind).aggregate(last=Max("number"))["last"] or 0
    summary = f"{rules.CALLED[kind]}, version {used + 1}"
    entry = record.enter(child, kind=f"{AREA}.{kind}", summary=summary, happened_at=at, by=by, at=at)
    plan = _make(entry, kind=kind, number=used + 1, previous=before, **facts)
    written = ((key, text) for key, text in parts.items() if text.strip())
    PlanPart.objects.bulk_create(PlanPart(plan=plan, key=key, text=text) for key, text in written)
    return plan


def _make(entry: Entry, **facts: Any) -> Plan:
    with refused_by(
        plan_version_once=Refused(
            "Somebody else has started a new version. Open the plan and see what they wrote."
        )
    ):
        return Plan.objects.create(entry=entry, child_id=entry.child_id, **facts)


def _keep_child_version(plan: Plan, before: Plan | None, at: datetime) -> None:
    """Words copied forward unchanged were said once, not twice."""
    if before is None or before.child_version != plan.child_version:
        record.keep_words(plan.entry, text=plan.child_version, said_at=at)


@transaction.atomic
def agree(
    plan: Plan, *, who: str, role: str, answer: str, by: User, at: datetime, how: str = "", why_not: str = ""
) -> Agreement:
    """Somebody agrees with this version, does not and says why, or could not be asked. They may change their mind.

    Refuses an answer in the name of somebody who was not there and did not call or write.
    """
    must_stand(plan)
    plan = hold(plan, put_forward=True)
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
    made = Agreement.objects.create(plan=plan, who=who, role=role, answer=answer, by=by, at=at, **facts)
    what = "plans.agreed" if answer == rules.AGREES else "plans.not_agreed"
    history.write(what, made, by=by, at=at, child_id=plan.child_id)
    return made


@transaction.atomic
def put_forward(plan: Plan, *, by: User, at: datetime) -> Review:
    """Before the manager of the child's team. From then on this version is not changed. A care plan is now prepared.

    Refuses a plan without actions, and one while a standing risk is neither covered nor left with a reason by any
    plan in force.
    """
    must_stand(plan)
    plan = hold(plan)
    if not plan.actions.standing().exists():
        raise Refused("Nobody has agreed to do anything yet. Add at least one action.")
    risks = PresentingRisk.objects.filter(child=plan.child_id)
    if gaps := "; ".join(str(risk) for risk in uncovered(risks).highest_first()):
        raise Refused(f"Add an action, or a reason to leave it, for each of these risks: {gaps}.")
    review = oversight.ask(plan.entry, team=_team_of(plan.child, at), by=by, at=at)
    settle(plan.child, at)
    history.write("plans.put_forward", plan, by=by, at=at, child_id=plan.child_id)
    return review


def _team_of(child: Child, at: datetime) -> Team | None:
    lead = Allocation.objects.on(local_date(at)).filter(child=child, role=Allocation.LEAD)
    found = lead.select_related("team").first()
    return found.team if found else None


@transaction.atomic
def keep_plan(plan: Plan, *, because_of: Entry, why: str, by: User, at: datetime) -> None:
    """Looked at again because of something, such as an interview; it stays as it is, and this is why."""
    must_stand(plan)
    plan = hold(plan, put_forward=True)
    if because_of.child_id != plan.child_id:
        raise Refused("What you looked at is on another child's record. Choose something from this child’s.")
    record.inform(plan.entry, because_of=because_of, how=f"Stays as it is: {why}")
    history.write("plans.kept", plan, by=by, at=at, child_id=plan.child_id, changes={"Why": ("", why)})


@transaction.atomic
def close_plan(plan: Plan, *, reason: str, by: User, at: datetime) -> None:
    """The plan is over, for a reason: what is still to do in it is dropped, its clocks are cancelled, and risks that
    no other plan answers are uncovered. What a meeting agreed stays on the meeting's list."""
    must_stand(plan)
    hold(plan, put_forward=True)
    for task in Action.objects.open().filter(plan_actions__plan=plan, entry__plan__isnull=False):
        actions.drop(task, reason=f"The plan was closed: {reason}"[:300], by=by, at=at)
    Plan.objects.filter(pk=plan.pk).update(
        closed_at=at, closed_by=by, closed_reason=reason, version=F("version") + 1
    )
    settle(plan.child, at)
    follow(plan, at)
    history.write("plans.closed", plan, by=by, at=at, child_id=plan.child_id)


@transaction.atomic
def strike_out(plan: Plan, *, reason: str, by: User, at: datetime) -> None:
    """Recorded wrongly: struck through with the reason. The version before, if one, is the plan again.

    Refuses while a later version, which was copied from this one, stands.
    """
    if later := Plan.objects.standing().filter(previous=plan).first():
        raise Refused(f"Version {later.number} was copied from this one. Strike that out first.")
    record.strike_out(plan.entry, reason=reason, by=by, at=at)
    settle(plan.child, at)
    follow(plan, at)
    history.write("plans.struck_out", plan, by=by, at=at, child_id=plan.child_id)
