"""Which plans may stand, when each is looked at, and whether they answer every risk, as tables."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.practice.plans import parts, rules
from kittiwake.practice.plans.coverage import rules as coverage_rules
from kittiwake.practice.plans.coverage.rules import Answer, Covered

TODAY = date(2026, 11, 23)


def test_uncovered_risks_come_first_and_an_action_counts_for_more_than_a_reason() -> None:
    covered = coverage_rules.coverage([1, 2, 3, 4], [(10, 1), (11, 1), (12, 3)], {2, 3})
    assert covered == [
        Covered(4, Answer.UNCOVERED),
        Covered(2, Answer.LEFT),
        Covered(1, Answer.COVERED, (10, 11)),
        Covered(3, Answer.COVERED, (12,)),
    ]


def test_without_a_plan_every_risk_is_uncovered_in_the_order_given() -> None:
    assert [covered.risk for covered in coverage_rules.coverage([3, 1, 2], [], ())] == [3, 1, 2]
    assert {covered.answer for covered in coverage_rules.coverage([3, 1], [], ())} == {Answer.UNCOVERED}


def test_actions_about_risks_that_no_longer_stand_change_nothing() -> None:
    assert coverage_rules.coverage([], [(10, 1)], {2}) == []


KEYS = st.integers(1, 8)


@given(st.lists(KEYS, unique=True), st.lists(st.tuples(KEYS, KEYS), max_size=12), st.sets(KEYS))
def test_every_standing_risk_is_covered_reasoned_or_listed_and_only_once(risks, covers, left) -> None:
    covered = coverage_rules.coverage(risks, covers, left)
    assert sorted(line.risk for line in covered) == sorted(risks)
    for line in covered:
        acts = {action for action, risk in covers if risk == line.risk}
        assert set(line.actions) == acts
        assert line.answer == (
            Answer.COVERED if acts else Answer.LEFT if line.risk in left else Answer.UNCOVERED
        )
    assert [line.answer for line in covered] == sorted(line.answer for line in covered)


@pytest.mark.parametrize(
    ("kind", "standing", "rule"),
    [
        (rules.IN_NEED, [rules.PROTECTION], "rules 4001 and 4016"),
        (rules.PROTECTION, [rules.SAFETY, rules.IN_NEED], "rules 4001 and 4016"),
        (rules.OUTSIDE_HOME, [rules.IN_NEED], "rules 4001 and 4016"),
        (rules.OUTSIDE_HOME, [rules.PROTECTION], "one child protection plan at a time"),
    ],
)
def test_unlawful_overlaps_are_refused_with_the_rule(kind: str, standing: list[str], rule: str) -> None:
    assert rule in rules.overlap(kind, standing)


@pytest.mark.parametrize(
    ("kind", "standing"),
    [
        (rules.CARE, [rules.PROTECTION, rules.SAFETY]),
        (rules.PATHWAY, [rules.CARE, rules.IN_NEED]),
        (rules.SAFETY, [rules.IN_NEED, rules.DISRUPTION]),
        (rules.IN_NEED, [rules.IN_NEED]),
    ],
)
def test_lawful_overlaps_are_allowed(kind: str, standing: list[str]) -> None:
    assert rules.overlap(kind, standing) == ""


@pytest.mark.parametrize(
    ("kind", "age", "may"),
    [
        (rules.PATHWAY, 15, False),
        (rules.PATHWAY, 16, True),
        (rules.PATHWAY, 24, True),
        (rules.PATHWAY, 25, False),
        (rules.PATHWAY, None, True),
        (rules.PROTECTION, 17, True),
        (rules.PROTECTION, 18, False),
        (rules.CARE, 18, False),
        (rules.SAFETY, 19, True),
    ],
)
def test_a_plan_is_for_somebody_of_its_age(kind: str, age: int | None, may: bool) -> None:
    assert (rules.too_young_or_old(kind, age) == "") is may


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ((date(2026, 11, 24), None, None, rules.SAFETY), "agreed_on"),
        ((TODAY, date(2026, 11, 22), None, rules.SAFETY), "review_on"),
        ((TODAY, None, None, rules.CARE), "started_on"),
        ((TODAY, None, date(2026, 11, 24), rules.CARE), "started_on"),
        ((TODAY, TODAY, TODAY, rules.CARE), ""),
        ((TODAY, None, None, rules.SAFETY), ""),
    ],
)
def test_days_that_cannot_be(given: tuple, field: str) -> None:
    assert rules.dates(*given, TODAY)[0] == field


def test_each_part_is_asked_once_and_says_where_the_law_asks_for_it() -> None:
    for kind, wanted in parts.PARTS.items():
        assert len({part.key for part in wanted}) == len(wanted), kind
        assert all(part.source and part.lacks and len(part.key) <= 20 for part in wanted)
    assert {part.source.rpartition("para ")[2] for part in parts.of(rules.PATHWAY)} == set("123456789")
