"""Plans that begin on a day: their clocks, and the reviews that stop and start them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kittiwake.history.refusal import Refused
from kittiwake.practice.plans import recording, rules
from kittiwake.practice.plans.models import Plan, PlanReview
from kittiwake.practice.plans.reviews import recording as reviews
from kittiwake.practice.plans.tests.making import TODAY, action, plan
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child, Words
from tests.cast import NOW, Cast

BEGAN = date(2026, 10, 5)  # a Monday


def begun(cast: Cast, kind: str, **more: object) -> Plan:
    return plan(cast, kind=kind, started_on=BEGAN, **more)


def review(cast: Cast, of: Plan, held_on: date, **more: object) -> PlanReview:
    facts = {"participation": "PN1", "outcome": "goes_on", "words": "Going well", **more}
    return reviews.record_review(of, held_on=held_on, by=cast.user("worker"), at=NOW, **facts)


def due() -> dict[str, date]:
    return {clock.key: clock.due_at.date() for clock in Clock.objects.running()}


FIRST, NEXT = rules.FIRST_REVIEW.key, rules.NEXT_REVIEW.key


@pytest.mark.parametrize(
    ("kind", "clocks"),
    [
        (rules.SAFETY, {}),
        (rules.DISRUPTION, {}),
        (rules.OUTSIDE_HOME, {}),
        (rules.IN_NEED, {FIRST: date(2027, 1, 5)}),
        (rules.CARE, {"plans.care_plan": date(2026, 10, 19)}),
    ],
)
def test_what_is_due_from_the_day_a_plan_began(cast: Cast, kind: str, clocks: dict) -> None:
    begun(cast, kind)
    assert due() == clocks


def test_each_review_stops_one_limit_and_starts_the_next(cast: Cast) -> None:
    made = begun(cast, rules.IN_NEED)
    first = review(cast, made, date(2026, 10, 30), child_said="I want to stay here")
    assert due() == {NEXT: date(2027, 4, 30)}
    stopped = Clock.objects.get(key=FIRST)
    assert (stopped.stopped_by, stopped.stopped_at <= stopped.due_at) == (first.entry, True)
    assert Words.objects.get().text == "I want to stay here"
    changed = begun(cast, rules.IN_NEED, following=1)
    review(cast, changed, date(2026, 11, 20))
    assert due() == {NEXT: date(2027, 5, 20)}
    review(cast, changed, date(2026, 11, 21), outcome="ends")
    assert due() == {}


@pytest.mark.parametrize(("held_on", "in_time"), [(date(2026, 11, 10), True), (date(2026, 11, 11), False)])
def test_a_review_on_the_last_day_is_in_time_and_one_a_day_later_is_not(
    cast: Cast, held_on: date, in_time: bool
) -> None:
    made = plan(cast, kind=rules.IN_NEED, started_on=date(2026, 8, 10))
    review(cast, made, held_on)
    clock = Clock.objects.get(key=FIRST)
    assert (clock.stopped_at <= clock.due_at) is in_time


def test_a_review_struck_out_starts_nothing_and_what_it_stopped_runs_again(cast: Cast) -> None:
    made = begun(cast, rules.IN_NEED)
    wrong = review(cast, made, date(2026, 11, 2))
    reviews.strike_out_review(wrong, reason="Wrong child", by=cast.user("worker"), at=NOW)
    assert due() == {FIRST: date(2027, 1, 5)}


@pytest.mark.parametrize("kind", sorted(rules.LOOKED_AT_BY))
def test_what_is_looked_at_elsewhere_is_refused_with_where(cast: Cast, kind: str) -> None:
    Child.objects.filter(pk=cast.ash.pk).update(born_on=date(2010, 1, 4))
    with pytest.raises(Refused, match=r"under (Meetings|Growing up)"):
        review(cast, begun(cast, kind), TODAY)


def test_days_that_cannot_be_are_refused(cast: Cast) -> None:
    made = begun(cast, rules.IN_NEED)
    with pytest.raises(Refused, match="in the past"):
        review(cast, made, TODAY + timedelta(days=1))
    with pytest.raises(Refused, match="before the plan began"):
        review(cast, made, BEGAN - timedelta(days=1))
    with pytest.raises(Refused, match="Enter the day the care plan began"):
        plan(cast, kind=rules.CARE)
    assert not PlanReview.objects.exists()


def test_a_care_plan_is_prepared_when_it_is_put_before_a_manager(cast: Cast) -> None:
    begun(cast, rules.CARE)
    second = begun(cast, rules.CARE, following=1)
    action(cast, second)
    recording.put_forward(second, by=cast.user("worker"), at=NOW)
    assert Clock.objects.get(key="plans.care_plan").stopped_by == second.entry


def test_nothing_of_a_closed_plan_is_still_due(cast: Cast) -> None:
    made = begun(cast, rules.IN_NEED)
    recording.close_plan(made, reason="Safe now", by=cast.user("worker"), at=NOW)
    assert due() == {}
    assert set(Clock.objects.values_list("cancelled_reason", flat=True)) == {"The plan was closed: Safe now"}
    again = plan(cast, kind=rules.IN_NEED, started_on=date(2026, 11, 16), following=1)
    assert due() == {FIRST: date(2027, 2, 16)}
    assert again.started_on == date(2026, 11, 16)


def test_a_child_in_need_plan_and_a_protection_plan_do_not_stand_together(cast: Cast) -> None:
    need = begun(cast, rules.IN_NEED)
    with pytest.raises(Refused, match="rules 4001 and 4016"):
        begun(cast, rules.PROTECTION)
    recording.close_plan(need, reason="Conference", by=cast.user("worker"), at=NOW)
    assert begun(cast, rules.PROTECTION).number == 1


def test_a_plan_of_another_kind_has_its_own_versions(cast: Cast) -> None:
    plan(cast)
    care = begun(cast, rules.CARE, parts={"health": "Sees the dentist", "money": "", "education": " "})
    assert (care.number, str(care), care.entry.kind) == (1, "Care plan, version 1", "plans.care_plan")
    assert {part.key: part.text for part in care.parts.all()} == {"health": "Sees the dentist"}
    assert Plan.objects.current().count() == 2
    with pytest.raises(Refused, match="from 16"):
        begun(cast, rules.PATHWAY)
