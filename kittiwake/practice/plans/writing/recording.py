"""Writing a version of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Unpack

from django.db.models import Max

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Changed, Refused
from kittiwake.history.whole import whole
from kittiwake.practice.plans import events, rules
from kittiwake.practice.plans.models import Plan, PlanPart
from kittiwake.practice.plans.versions import end_oversight
from kittiwake.practice.plans.writing.carry_forward import carry_forward
from kittiwake.practice.plans.writing.changes import since
from kittiwake.practice.plans.writing.facts import PlanFacts, PlanTexts
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import local_date


@whole()
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
    **texts: Unpack[PlanTexts],
) -> Plan:
    """The next version of a child's plan of this kind, or the first. What stands in the one before is copied forward:
    actions, the risks they cover, and the risks left with a reason. An open review of the one before is closed. The
    first version begins the duties of its kind.

    `following` is the number of the version that was read, 0 for none: when another has come since, it is refused
    (`Changed`) with what is different. `because_of` is what it answers, such as an interview. `texts` are Plan's own, `parts` those its kind asks for. The draft kept for `occasion` goes in the same transaction. Refuses a kind
    that may not stand beside the child's other plans, or is not for somebody of their age.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    before = Plan.objects.standing().filter(child=child, kind=kind).order_by("-number").first()
    _refuse_overtaken(before, following)
    begun = before.started_on if before and before.closed_at is None else None
    started_on = (begun or started_on) if kind in rules.BEGUN else None
    _refuse(child, kind, agreed_on, review_on, started_on, because_of, at)
    facts: PlanFacts = {
        "worry": worry,
        "agreed_on": agreed_on,
        "review_on": review_on,
        "started_on": started_on,
        **texts,
    }
    plan = _next_version(child, kind, before, facts, parts or {}, by=by, at=at)
    if because_of:
        record.inform(plan.entry, because_of=because_of)
    _keep_child_version(plan, before, at)
    if before:
        carry_forward(before, plan)
        end_oversight(before, at)
    settle(child, at)
    drafts.forget(by, child, occasion)
    history.write(events.WRITTEN, plan, by=by, at=at, child_id=child.pk)
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
    facts: PlanFacts,
    parts: Mapping[str, str],
    *,
    by: User,
    at: datetime,
) -> Plan:
    """A number is never used again, not even one that was struck out."""
    used = Plan.objects.filter(child=child, kind=kind).aggregate(last=Max("number"))["last"] or 0
    summary = f"{rules.CALLED[kind]}, version {used + 1}"
    entry = record.enter(child, kind=rules.entry_kind(kind), summary=summary, happened_at=at, by=by, at=at)
    plan = _make(entry, kind, used + 1, before, facts)
    written = ((key, text) for key, text in parts.items() if text.strip())
    PlanPart.objects.bulk_create(PlanPart(plan=plan, key=key, text=text) for key, text in written)
    return plan


def _make(entry: Entry, kind: str, number: int, before: Plan | None, facts: PlanFacts) -> Plan:
    with refused_by(
        plan_version_once=Refused(
            "Somebody else has started a new version. Open the plan and see what they wrote."
        )
    ):
        return Plan.objects.create(
            entry=entry, child_id=entry.child_id, kind=kind, number=number, previous=before, **facts
        )


def _keep_child_version(plan: Plan, before: Plan | None, at: datetime) -> None:
    """Words copied forward unchanged were said once, not twice."""
    if before is None or before.child_version != plan.child_version:
        record.keep_words(plan.entry, text=plan.child_version, said_at=at)
