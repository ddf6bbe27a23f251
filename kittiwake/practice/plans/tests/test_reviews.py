"""Plans that begin on a day: their clocks, and the reviews that stop and start them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kittiwake.history.refusal import Refused
from kittiwake.practice.plans import recording, rules
from kittiwake.practice.plans import recording_of_reviews as reviews
from kittiwake.practice.plans.models import Plan, PlanReview
from kittiwake.practice.plans.tests.making import TODAY, action, plan
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Words
from tests.cast import NOW, Cast

BEGAN = date(2026, 10, 5)  # a Monday


def begun(cast: Cast, kind: str, **more: object) -> Plan:
    return plan(cast, kind=kind, started_on=BEGAN, **more)


def review(cast: Cast, of: Plan, held_on: date, **more: object) -> PlanReview:
    facts = {"kind": "review", "participation": "PN1", "outcome": "goes_on", "words": "Going well", **more}
    return reviews.record_review(of, held_on=held_on, by=cast.user("worker"), at=NOW, **facts)


def due() -> dict[str, date]:
    return {clock.key: clock.due_at.date() for clock in Clock.objects.running()}


@pytest.mark.parametrize(
    ("kind", "clocks"),
    [
        (rules.SAFETY, {}),
        (rules.DISRUPTION, {}),
        (rules.IN_NEED, {"plans.first_in_need_review": date(2027, 1, 5)}),
        (
            rules.PROTECTION,
            {"plans.core_group": date(2026, 10, 19), "plans.first_review_conference": date(2027, 1, 5)},
        ),
        (
            rules.OUTSIDE_HOME,
            {"plans.core_group": date(2026, 10, 19), "plans.first_review_conference": date(2027, 1, 5)},
        ),
        (rules.CARE, {"plans.care_plan": date(2026, 10, 19), "plans.first_care_review": date(2026, 11, 2)}),
    ],
)
def test_what_is_due_from_the_day_a_plan_began(cast: Cast, kind: str, clocks: dict) -> None:
    begun(cast, kind)
    assert due() == clocks


def test_each_review_stops_one_limit_and_starts_the_next(cast: Cast) -> None:
    made = begun(cast, rules.CARE)
    first = review(cast, made, date(2026, 10, 30), child_said="I want to stay here")
    assert due()["plans.second_care_review"] == date(2027, 1, 30)
    stopped = Clock.objects.get(key="plans.first_care_review")
    assert (stopped.stopped_by, stopped.stopped_at <= stopped.due_at) == (first.entry, True)
    assert Words.objects.get().text == "I want to stay here"
    changed = begun(cast, rules.CARE, following=1)
    review(cast, changed, date(2026, 11, 20))
    assert due()["plans.care_review"] == date(2027, 5, 20)
    assert "plans.second_care_review" not in due()


def test_a_review_on_the_last_day_is_in_time_and_one_a_day_later_is_not(cast: Cast) -> None:
    made = begun(cast, rules.CARE)
    reviews.strike_out_review(
        review(cast, made, date(2026, 11, 2)), reason="Wrong child", by=cast.user("worker"), at=NOW
    )
    clock = Clock.objects.get(key="plans.first_care_review")
    assert clock.stopped_at is None
    assert not Clock.objects.running().filter(key="plans.second_care_review").exists()
    review(cast, made, date(2026, 11, 3))
    clock.refresh_from_db()
    assert clock.stopped_at > clock.due_at


def test_a_core_group_stops_its_own_limit_only(cast: Cast) -> None:
    made = begun(cast, rules.OUTSIDE_HOME)
    review(cast, made, date(2026, 10, 19), kind="core_group")
    clock = Clock.objects.get(key="plans.core_group")
    assert clock.stopped_at <= clock.due_at
    assert list(due()) == ["plans.first_review_conference"]
    with pytest.raises(Refused, match="has no core group"):
        review(cast, plan(cast), TODAY, kind="core_group")


def test_days_that_cannot_be_are_refused(cast: Cast) -> None:
    made = begun(cast, rules.PROTECTION)
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
    made = begun(cast, rules.PROTECTION)
    recording.close_plan(made, reason="Safe now", by=cast.user("worker"), at=NOW)
    assert due() == {}
    assert set(Clock.objects.values_list("cancelled_reason", flat=True)) == {"The plan was closed: Safe now"}
    again = plan(cast, kind=rules.PROTECTION, started_on=date(2026, 11, 16), following=1)
    assert due()["plans.core_group"] == date(2026, 11, 30)
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
