from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.practice.direct_work import rules
from kittiwake.practice.direct_work.goals import rules as goal_rules
from kittiwake.practice.placements.rules import Arrangement
from kittiwake.primitives.clocks.rules import due
from kittiwake.time.calendar import england_and_wales

PLACED = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("arrangement", "seen_on", "first_review_on", "standard"),
    [
        # Regulation 28(2): every six weeks in the first year.
        (Arrangement.STANDARD, date(2026, 1, 10), None, rules.SIX_WEEKLY),
        (Arrangement.LONG_TERM, date(2027, 1, 4), None, rules.SIX_WEEKLY),
        # After it, every three months where it is meant to last until 18; else still every six weeks.
        (Arrangement.LONG_TERM, date(2027, 1, 5), None, rules.THREE_MONTHLY),
        (Arrangement.STANDARD, date(2027, 1, 5), None, rules.SIX_WEEKLY),
        # 28(3): with parents before the assessment, weekly until the first review, then every six weeks.
        (Arrangement.PARENTS_BEFORE_ASSESSMENT, date(2026, 2, 1), None, rules.WEEKLY),
        (Arrangement.PARENTS_BEFORE_ASSESSMENT, date(2026, 2, 1), date(2026, 2, 2), rules.WEEKLY),
        (Arrangement.PARENTS_BEFORE_ASSESSMENT, date(2026, 2, 2), date(2026, 2, 2), rules.SIX_WEEKLY),
        # 28(4): a connected person for the time being, or an interim order with parents: then every four weeks.
        (Arrangement.TEMPORARY_CONNECTED, date(2026, 1, 20), None, rules.WEEKLY),
        (Arrangement.TEMPORARY_CONNECTED, date(2026, 3, 1), date(2026, 2, 2), rules.FOUR_WEEKLY),
        (Arrangement.PARENTS_INTERIM_ORDER, date(2026, 1, 20), None, rules.WEEKLY),
        (Arrangement.PARENTS_INTERIM_ORDER, date(2026, 3, 1), date(2026, 2, 2), rules.FOUR_WEEKLY),
        # 28(5): with parents under a full care order, every six weeks.
        (Arrangement.PARENTS_CARE_ORDER, date(2026, 1, 10), None, rules.SIX_WEEKLY),
    ],
)
def test_how_soon_a_looked_after_child_is_visited_again(arrangement, seen_on, first_review_on, standard):
    applies = rules.next_care_visit(
        arrangement, placed_on=PLACED, seen_on=seen_on, first_review_on=first_review_on
    )
    assert applies == standard


@pytest.mark.parametrize(
    ("standard", "seen", "due_on"),
    [
        (rules.SIX_WEEKLY, date(2026, 1, 10), date(2026, 2, 21)),
        (rules.FOUR_WEEKLY, date(2026, 2, 2), date(2026, 3, 2)),
        (rules.WEEKLY, date(2026, 12, 24), date(2026, 12, 31)),
        (rules.THREE_MONTHLY, date(2026, 11, 30), date(2027, 2, 28)),
        (
            rules.PROTECTION_VISIT,
            date(2025, 4, 10),
            date(2025, 4, 28),
        ),  # Good Friday and Easter Monday left out
    ],
)
def test_by_which_day_the_next_visit_is_due(standard, seen, due_on):
    at = datetime(seen.year, seen.month, seen.day, 15, tzinfo=UTC)
    assert due(standard, at, calendar=england_and_wales()).due_at.date() == due_on


NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("held", "seen", "alone", "field"),
    [
        (NOW, True, True, ""),
        (NOW, False, False, ""),
        (NOW + timedelta(minutes=1), True, True, "held"),
        (NOW, False, True, "alone"),
        (NOW, None, True, "alone"),
    ],
)
def test_what_cannot_have_been_held_like_that(held, seen, alone, field):
    assert rules.wrong_with_held(held, NOW, seen=seen, alone=alone)[0] == field


@pytest.mark.parametrize(("score", "fits"), [(-1, False), (0, True), (10, True), (11, False)])
def test_a_scale_goes_from_0_to_10(score, fits):
    assert (goal_rules.wrong_with_scale(score) == "") is fits


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ([], "Not scaled yet"),
        ([4], "4 out of 10"),
        ([2, 5, 6], "6 out of 10, up from 2"),
        ([7, 3], "3 out of 10, down from 7"),
        ([5, 9, 5], "Still 5 out of 10"),
    ],
)
def test_how_a_goal_has_moved(scores, said):
    assert goal_rules.movement(scores) == said


@given(st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 10)), max_size=6))
def test_every_score_is_drawn_inside_the_drawing_in_order(scores):
    points = goal_rules.drawn([(date(2024, 1, 1) + timedelta(days=days), score) for days, score in scores])
    assert len(points) == len(scores)
    assert [point.x for point in points] == sorted(point.x for point in points)
    for point in points:
        assert goal_rules.LEFT <= point.x <= goal_rules.LEFT + goal_rules.WIDTH
        assert goal_rules.TOP <= point.y <= goal_rules.TOP + goal_rules.HEIGHT


def test_more_is_drawn_higher():
    low, high = goal_rules.drawn([(date(2026, 1, 1), 2), (date(2026, 2, 1), 8)])
    assert high.y < low.y


def test_what_is_missing_is_said_and_a_whole_session_has_nothing_missing():
    whole = {
        "words": 1,
        "tried": "Cards",
        "changed": "Sleeps",
        "seen": True,
        "adapted": "Signing",
        "needs": "BSL",
    }
    assert rules.gaps(**whole) == []
    assert rules.gaps(**{**whole, "words": 0}) == ["There is nothing in the child’s own words."]
    assert "BSL" in rules.gaps(**{**whole, "adapted": ""})[0]


@pytest.mark.parametrize(("weeks", "is_alone"), [(0, False), (4, False), (4.1, True)])
def test_a_goal_that_nobody_worked_on_for_four_weeks_is_alone(weeks: float, is_alone: bool):
    set_at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert goal_rules.goal_is_alone(set_at, set_at + timedelta(weeks=weeks)) is is_alone
