"""Whether a plan answers every risk, and where it is weak, as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kittiwake.practice.plans import rules
from kittiwake.practice.plans.rules import Answer, Covered, Facts, Step

TODAY = date(2026, 11, 23)
LATER = date(2026, 12, 21)
WORKER = Step("worker", "Sam", is_timed=True, evenings_weekends=True)
SOUND = Facts(
    steps=[WORKER],
    warning_signs="A second phone",
    contingency="Ring the duty worker",
    child_version="Let me ring my aunt",
    review_on=LATER,
    child_agreed=True,
)


def test_uncovered_risks_come_first_and_an_action_counts_for_more_than_a_reason() -> None:
    found = rules.coverage([1, 2, 3, 4], [(10, 1), (11, 1), (12, 3)], {2, 3})
    assert found == [
        Covered(4, Answer.UNCOVERED),
        Covered(2, Answer.LEFT),
        Covered(1, Answer.COVERED, (10, 11)),
        Covered(3, Answer.COVERED, (12,)),
    ]


def test_without_a_plan_every_risk_is_uncovered_in_the_order_given() -> None:
    assert [one.risk for one in rules.coverage([3, 1, 2], [], ())] == [3, 1, 2]
    assert {one.answer for one in rules.coverage([3, 1], [], ())} == {Answer.UNCOVERED}


def test_actions_about_risks_that_no_longer_stand_change_nothing() -> None:
    assert rules.coverage([], [(10, 1)], {2}) == []


def test_a_sound_plan_has_nothing_said_against_it() -> None:
    assert rules.weaknesses(SOUND, TODAY) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"steps": []}, "Nobody has agreed to do anything yet."),
        ({"child_version": ""}, "The child’s own version is missing."),
        ({"child_agreed": None}, "Nobody has asked the child whether they agree."),
        ({"child_agreed": False}, "The child does not agree with it."),
        ({"warning_signs": ""}, "It does not say what the warning signs are."),
        ({"contingency": ""}, "It does not say what happens if it goes wrong."),
        ({"review_on": None}, "It has no date to look at it again."),
        ({"review_on": date(2026, 11, 22)}, "The date to look at it again has passed."),
        ({"steps": [replace(WORKER, evenings_weekends=False)]}, "Nothing in it is for evenings or weekends."),
        (
            {"steps": [replace(WORKER, who_is="parent"), replace(WORKER, who_is="home")]},
            "It relies on parents and carers alone.",
        ),
        ({"steps": [replace(WORKER, who_is="child")]}, "It leaves everything to the child."),
        (
            {"steps": [WORKER, replace(WORKER, is_timed=False)]},
            "1 action says neither when nor by which day.",
        ),
        ({"steps": [replace(WORKER, is_timed=False)] * 2}, "2 actions say neither when nor by which day."),
    ],
)
def test_it_says_where_a_plan_is_weak(change: dict, said: str) -> None:
    assert rules.weaknesses(replace(SOUND, **change), TODAY) == [said]


def test_a_plan_to_be_looked_at_today_is_not_late() -> None:
    assert rules.weaknesses(replace(SOUND, review_on=TODAY), TODAY) == []
