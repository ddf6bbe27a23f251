"""Where a plan is weak, as tables: each criticism of inspectors, and the plan that just escapes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kittiwake.practice.plans import parts, rules
from kittiwake.practice.plans.advice import rules as advice
from kittiwake.practice.plans.advice.rules import Facts, PlannedAction, Written
from kittiwake.primitives.clocks.citing import cited

TODAY = date(2026, 11, 23)
LATER = date(2026, 12, 21)
WORKER = PlannedAction("worker", is_timed=True, evenings_weekends=True, covers=frozenset({"county_lines"}))
WORDS = Written(
    kind=rules.SAFETY,
    warning_signs="A second phone",
    contingency="Ring the duty worker",
    child_version="Let me ring my aunt",
    review_on=LATER,
)
SOUND = Facts(
    words=WORDS,
    actions=[WORKER],
    answers={"child": "agrees", "parent": "agrees"},
    risks=["county_lines", "education"],
)


def test_a_sound_plan_has_nothing_said_against_it() -> None:
    assert advice.weaknesses(SOUND, TODAY) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"child_version": " "}, "The child’s own version is missing."),
        ({"warning_signs": ""}, "It does not say what the warning signs are."),
        ({"contingency": ""}, "It does not say what happens if it goes wrong."),
        ({"review_on": None}, "It has no date to look at it again."),
        ({"review_on": date(2026, 11, 22)}, "The date to look at it again has passed."),
    ],
)
def test_weak_in_its_words(change: dict, said: str) -> None:
    assert advice.weaknesses(replace(SOUND, words=replace(WORDS, **change)), TODAY) == [said]


AUNT = replace(WORKER, who_is="network")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"actions": []}, "Nobody has agreed to do anything yet."),
        ({"answers": {"parent": "agrees"}}, "Nobody has asked the child whether they agree."),
        (
            {"answers": {"child": "not_asked", "home": "agrees"}},
            "Nobody has asked the child whether they agree.",
        ),
        ({"answers": {"child": "disagrees", "parent": "agrees"}}, "The child does not agree with it."),
        ({"answers": {"child": "agrees"}}, "Nobody has recorded what the family or carers think of it."),
        (
            {"actions": [replace(WORKER, evenings_weekends=False)]},
            "Nothing in it is for evenings or weekends.",
        ),
        (
            {"actions": [WORKER, replace(WORKER, is_timed=False)]},
            "1 action says neither when nor by which day.",
        ),
        ({"actions": [replace(WORKER, is_timed=False)] * 2}, "2 actions say neither when nor by which day."),
        (
            {"actions": [replace(WORKER, says_difference=False)]},
            "1 action says not how we will know that it worked.",
        ),
        (
            {"actions": [WORKER, replace(WORKER, has_left=True)]},
            "1 action belongs to somebody who has left.",
        ),
        (
            {"actions": [replace(WORKER, covers=frozenset({"education"}))]},
            "It is not about exploitation: no action in it answers that risk.",
        ),
        (
            {"not_taken_up": ["Visit the car park"]},
            "A meeting agreed this, and no plan has it: Visit the car park.",
        ),
        (
            {"actions": [WORKER, replace(WORKER, who_is="police")]},
            "It gives work to the police, and nobody has recorded whether they agree.",
        ),
        ({"actions": [WORKER, AUNT]}, "It does not say whether the adults it relies on are able to do it."),
        ({"actions": [replace(WORKER, who_is="child")]}, "It leaves everything to the child."),
    ],
)
def test_weak_in_what_people_do_and_agree(change: dict, said: str) -> None:
    assert advice.weaknesses(replace(SOUND, **change), TODAY) == [said]


@pytest.mark.parametrize("who", [["parent"], ["home"], ["parent", "home"]])
def test_it_leans_on_parents_alone(who: list[str]) -> None:
    said = advice.weaknesses(replace(SOUND, actions=[replace(WORKER, who_is=kind) for kind in who]), TODAY)
    assert "It relies on parents and carers alone." in said


@pytest.mark.parametrize(
    "change",
    [
        {"words": replace(WORDS, review_on=TODAY)},
        {"risks": ["education"], "actions": [replace(WORKER, covers=frozenset())]},
        {"risks": [], "actions": [replace(WORKER, covers=frozenset())]},
        {"words": replace(WORDS, capacity="Her sister is there at night"), "actions": [WORKER, AUNT]},
        {
            "actions": [WORKER, replace(WORKER, who_is="police")],
            "answers": {"child": "agrees", "parent": "agrees", "police": "disagrees"},
        },
    ],
)
def test_it_says_nothing_without_cause(change: dict) -> None:
    assert advice.weaknesses(replace(SOUND, **change), TODAY) == []


@pytest.mark.parametrize("kind", [kind for kind, _ in rules.KINDS])
def test_each_kind_is_asked_for_its_own_parts_with_the_law(kind: str) -> None:
    empty = advice.in_words(replace(WORDS, kind=kind), TODAY)
    assert empty == [
        f"It does not say {part.lacks} ({cited(part.source, TODAY)})." for part in parts.of(kind)
    ]
    full = {part.key: "Said" for part in parts.of(kind)}
    assert advice.in_words(replace(WORDS, kind=kind, parts=full), TODAY) == []
