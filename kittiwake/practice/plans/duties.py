"""The plans that being in care or in need asks for, and that a child in need plan is looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Min, QuerySet

from kittiwake.practice.duties.rules import CARE_PLAN as PREPARED_ELSEWHERE
from kittiwake.practice.duties.rules import IN_NEED_REVIEW as REVIEWED
from kittiwake.practice.plans import rules
from kittiwake.practice.plans.models import Plan, PlanReview
from kittiwake.primitives.clocks.duties import Act, Duty, Facts, Stretch, chain
from kittiwake.primitives.clocks.rules import Standard
from kittiwake.time.moments import local_date, start_of

STANDARDS = (rules.CARE_PLAN, rules.FIRST_REVIEW, rules.NEXT_REVIEW)
PUT_FORWARD = "care_plan_put_forward"
LEFT_CARE, IN_NEED_ENDED = "They left care", "The child in need plan ended"


def acts(facts: Facts) -> dict[str, list[Act]]:
    """A care plan is prepared when it is put before a manager."""
    return {
        PUT_FORWARD: [Act(plan.asked_at, plan.pk) for plan in facts.rows(_put_forward)],
        REVIEWED: [
            Act(start_of(review.held_on), review.pk, facts={"outcome": review.outcome})
            for review in facts.rows(_reviews)
        ],
    }


def _put_forward() -> QuerySet[Any]:
    plans = Plan.objects.standing().filter(kind=rules.CARE)
    return plans.annotate(asked_at=Min("entry__reviews__asked_at")).exclude(asked_at=None)


def _reviews() -> QuerySet[PlanReview]:
    return PlanReview.objects.filter(plan__kind=rules.IN_NEED, entry__struck_out_at=None)


def _plans() -> QuerySet[Plan]:
    return Plan.objects.standing().filter(started_on__isnull=False).order_by("number")


def asked(facts: Facts) -> Iterator[Duty]:
    prepared = facts.done(PUT_FORWARD, PREPARED_ELSEWHERE)
    in_care = facts.stretches("in_care", LEFT_CARE)
    for stretch in _with_plans(facts, rules.CARE, in_care):
        yield stretch.ask(rules.CARE_PLAN).met_by(stretch.of(prepared))
    in_need = facts.stretches("child_in_need", IN_NEED_ENDED)
    for stretch in _with_plans(facts, rules.IN_NEED, in_need, plan_first=True):
        first = stretch.ask(rules.FIRST_REVIEW)
        yield from chain(first, stretch, facts.done(REVIEWED), lambda act, _: _next(act))


def _next(act: Act) -> Standard | None:
    return None if act.facts.get("outcome") == rules.ENDS else rules.NEXT_REVIEW


def _with_plans(facts: Facts, kind: str, tracks: list[Stretch], *, plan_first: bool = False) -> list[Stretch]:
    """The times on the track, and the plans of the kind that began in none of them. With `plan_first` a plan that
    began in one stands for it: it is the plan that is looked at again.
    """
    plans, stretches = _begun(facts, kind), []
    for track in tracks:
        inside = [plan for plan in plans if plan in _within(plans, track)]
        plans = [plan for plan in plans if plan not in inside]
        stretches += inside if plan_first and inside else [track]
    return [*stretches, *plans]


def _within(plans: list[Stretch], track: Stretch) -> list[Stretch]:
    return [
        plan
        for plan in plans
        if plan.starts_on >= track.starts_on and (track.ends_on is None or plan.starts_on < track.ends_on)
    ]


def _begun(facts: Facts, kind: str) -> list[Stretch]:
    """From the first version on, which begins on a day, until the last is closed."""
    stretches: list[Stretch] = []
    for plan in facts.rows(_plans):
        if plan.kind != kind:
            continue
        ends_on = local_date(plan.closed_at) if plan.closed_at else None
        why = f"The plan was closed: {plan.closed_reason}" if plan.closed_at else ""
        assert plan.started_on is not None
        stretch = Stretch(plan.pk, plan.started_on, ends_on, why)
        if stretches and stretches[-1].ends_on is None:
            stretches[-1] = Stretch(stretches[-1].entry_id, stretches[-1].starts_on, ends_on, why)
        else:
            stretches.append(stretch)
    return stretches
