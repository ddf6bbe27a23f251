"""Writing that people met and looked at a plan."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.plans import events, rules
from kittiwake.practice.plans.models import Plan, PlanReview
from kittiwake.practice.plans.versions import lock
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date, start_of

KIND = "plans.plan_review"


@whole()
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
    plan = lock(plan, put_forward=True)
    _refuse(plan, held_on, at)
    summary, on = f"Review: {plan.get_kind_display()}", start_of(held_on)
    entry = record.enter(plan.child, kind=KIND, summary=summary, happened_at=on, by=by, at=at)
    facts = {"held_on": held_on, "participation": participation, "child_said": child_said}
    review = PlanReview.objects.create(
        entry=entry, child_id=plan.child_id, plan=plan, outcome=outcome, words=words, **facts
    )
    record.keep_words(entry, text=child_said, said_at=on)
    settle(plan.child, at)
    history.write(events.REVIEWED, review, by=by, at=at, child_id=plan.child_id)
    return review


def _refuse(plan: Plan, held_on: date, at: datetime) -> None:
    if elsewhere := rules.LOOKED_AT_BY.get(plan.kind):
        raise Refused(elsewhere)
    if held_on > local_date(at):
        raise Refused("The day it was held must be today or in the past.", field="held_on")
    if plan.started_on and held_on < plan.started_on:
        raise Refused("The day it was held must not be before the plan began.", field="held_on")


@whole()
def strike_out_review(review: PlanReview, *, reason: str, by: User, at: datetime) -> None:
    """Recorded wrongly: what it stopped runs again, and what it started does not."""
    record.strike_out(review.entry, reason=reason, by=by, at=at)
    settle(review.child, at)
    history.write(events.REVIEW_STRUCK_OUT, review, by=by, at=at, child_id=review.child_id)
