"""Writing that people met and looked at a plan, and the clocks that ask for it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.practice.plans import rules
from kittiwake.practice.plans.holding import hold
from kittiwake.practice.plans.models import Plan, PlanReview
from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.clocks.rules import start_of
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.standing import must_stand
from kittiwake.ui.dates import local_date

KIND = "plans.plan_review"


def start_clocks(plan: Plan) -> None:
    """What runs from the day the plan began. Part of recording.write_plan, inside its transaction."""
    if plan.started_on:
        for standard in rules.starting(plan.kind):
            clocks.start(standard, entry=plan.entry, at=start_of(plan.started_on))


@transaction.atomic
def record_review(
    plan: Plan,
    *,
    held_on: date,
    participation: str,
    outcome: str,
    words: str,
    by: User,
    at: datetime,
    child_said: str = "",
) -> PlanReview:
    """People looked at this plan together. Stops the clock that asked for it, and starts the next one.

    Refuses a day to come, one before the plan began, and a kind that is looked at elsewhere (rules.LOOKED_AT_BY).
    """
    must_stand(plan)
    must_be_believable(at, of=plan.child, held_on=held_on)
    plan = hold(plan, put_forward=True)
    _refuse(plan, held_on, at)
    summary, on = f"Review: {plan.get_kind_display()}", start_of(held_on)
    entry = record.enter(plan.child, kind=KIND, summary=summary, happened_at=on, by=by, at=at)
    facts = {"held_on": held_on, "participation": participation, "child_said": child_said}
    made = PlanReview.objects.create(
        entry=entry, child_id=plan.child_id, plan=plan, outcome=outcome, words=words, **facts
    )
    record.keep_words(entry, text=child_said, said_at=on)
    _turn_clocks(made)
    history.write("plans.reviewed", made, by=by, at=at, child_id=plan.child_id)
    return made


def _refuse(plan: Plan, held_on: date, at: datetime) -> None:
    if elsewhere := rules.LOOKED_AT_BY.get(plan.kind):
        raise Refused(elsewhere)
    if held_on > local_date(at):
        raise Refused("The day it was held must be today or in the past.", field="held_on")
    if plan.started_on and held_on < plan.started_on:
        raise Refused("The day it was held must not be before the plan began.", field="held_on")


def _turn_clocks(review: PlanReview) -> None:
    """Held on the day it was due is in time, whatever the hour: only the day is known."""
    plan, held_at = review.plan, start_of(review.held_on)
    for clock in _running(plan).select_related("entry"):
        clocks.stop(clock.key, entry=clock.entry, at=held_at, by_entry=review.entry)
    if plan.kind == rules.IN_NEED and review.outcome != rules.ENDS:
        clocks.start(rules.NEXT_REVIEW, entry=review.entry, at=held_at)


def _running(plan: Plan):  # type: ignore[no-untyped-def]
    keys = {one.key for one in rules.STANDARDS}
    entries = Plan.objects.filter(child=plan.child_id, kind=plan.kind).values("entry")
    looks = PlanReview.objects.filter(child=plan.child_id, plan__kind=plan.kind).values("entry")
    return Clock.objects.running().filter(key__in=keys, entry__in=entries.union(looks))


def cancel_clocks(plan: Plan, *, at: datetime, reason: str) -> None:
    """Nothing of a plan that is over is still due. Part of recording.close_plan."""
    for clock in _running(plan).select_related("entry"):
        clocks.cancel(clock.key, entry=clock.entry, at=at, reason=reason)


@transaction.atomic
def strike_out_review(review: PlanReview, *, reason: str, by: User, at: datetime) -> None:
    """Recorded wrongly: what it stopped runs again, and what it started does not."""
    record.strike_out(review.entry, reason=reason, by=by, at=at)
    for clock in Clock.objects.filter(stopped_by=review.entry).select_related("entry"):
        clocks.reopen(clock.key, entry=clock.entry, stopped_by=review.entry)
    history.write("plans.review_struck_out", review, by=by, at=at, child_id=review.child_id)
