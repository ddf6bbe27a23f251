from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.practice.placements import rules
from kittiwake.practice.placements.rules import Facts, State
from kittiwake.practice.placements.stability import rules as comparing
from kittiwake.practice.placements.stability.rules import Where

MOVED = date(2025, 12, 19)  # a Friday; the 5th working day after is Tuesday the 30th
FIFTH = date(2025, 12, 30)


def facts(**more) -> Facts:
    known = {"out_of_area": True, "at_a_distance": False, "is_emergency": False, "notice_due_on": None}
    done = {"approved_on": None, "consulted_on": None, "notified_on": None}
    return Facts(starts_on=MOVED, **{**known, **done, **more})


@pytest.mark.parametrize(
    ("given_", "owed"),
    [
        (facts(out_of_area=False), []),
        (facts(out_of_area=None), []),
        # Regulation 11(1): out of our area, the nominated officer; 13(4): notice before the placement.
        (facts(), [("approve", MOVED), ("notify", MOVED)]),
        # 11(2): at a distance, the director, and the area authority consulted.
        (facts(at_a_distance=True), [("approve", MOVED), ("consult", MOVED), ("notify", MOVED)]),
        # 13(4): within five working days in an emergency. Approval is still before the move.
        (facts(is_emergency=True, notice_due_on=FIFTH), [("approve", MOVED), ("notify", FIFTH)]),
        (
            facts(at_a_distance=True, is_emergency=True, notice_due_on=FIFTH),
            [("approve", MOVED), ("consult", FIFTH), ("notify", FIFTH)],
        ),
        # 11(4): with a connected person or our own foster carers nobody approves; the notice is owed all the same.
        (facts(is_exempt=True, at_a_distance=True), [("notify", MOVED)]),
        # 13(4): where notice was not reasonably practicable it is said why; a notice sent all the same counts.
        (facts(no_notice_on=MOVED), [("approve", MOVED)]),
        (facts(no_notice_on=MOVED, notified_on=MOVED), [("approve", MOVED), ("notify", MOVED)]),
        # Brought over from a list, which does not say what was done.
        (facts(is_known=False), []),
    ],
)
def test_what_the_regulations_ask_about_a_move(given_: Facts, owed: list):
    assert [(duty.key, duty.due_on) for duty in rules.duties(given_)] == owed


@pytest.mark.parametrize(
    ("done_on", "today", "state"),
    [
        (None, MOVED, State.WAITING),
        (None, MOVED + timedelta(days=1), State.OVERDUE),
        (MOVED - timedelta(days=2), MOVED, State.DONE),
        (MOVED, MOVED, State.DONE),
        (MOVED + timedelta(days=1), MOVED + timedelta(days=2), State.LATE),
    ],
)
def test_how_something_owed_looks(done_on: date | None, today: date, state: State):
    assert rules.duties(facts(approved_on=done_on))[0].state(today) is state


def test_the_director_approves_at_a_distance():
    assert "director" in rules.wrong_approver("nominated_officer", at_a_distance=True)
    assert rules.wrong_approver("director", at_a_distance=True) == ""
    assert rules.wrong_approver("nominated_officer", at_a_distance=False) == ""


IN, NEXT, FAR = Where(False, False), Where(True, False), Where(True, True)


@pytest.mark.parametrize(
    ("before", "after", "nearer"),
    [
        (FAR, IN, True),
        (FAR, NEXT, True),
        (NEXT, IN, True),
        (IN, NEXT, False),
        (NEXT, FAR, False),
        (IN, IN, False),
        (Where(True, True, Decimal(90)), Where(True, True, Decimal(30)), True),
        (Where(True, True, Decimal(30)), Where(True, True, Decimal(90)), False),
        (Where(False, False, Decimal(30)), Where(True, False, Decimal(10)), False),
        (Where(None, None), Where(None, None), False),
    ],
)
def test_which_moves_are_nearer(before: Where, after: Where, nearer: bool):
    assert comparing.is_nearer(before, after) is nearer


def ago(days: int, of: date = MOVED) -> date:
    return of + timedelta(days=days)


@pytest.mark.parametrize(
    ("starts", "days_since", "expected"),
    [
        ([], 0, None),
        ([], 10, (10, 0, 0)),
        ([-90, -1, 0, 89, 90], 200, (90, 2, 2)),
        ([-91], 200, (90, 0, 0)),
        ([-60, -5, 3], 10, (10, 1, 1)),
    ],
)
def test_missing_is_compared_over_as_many_days_on_each_side(starts, days_since, expected):
    compared = comparing.compare([ago(day) for day in starts], MOVED, ago(days_since))
    assert (compared and (compared.days, compared.before, compared.after)) == expected


@given(st.lists(st.integers(-200, 200), max_size=8), st.integers(1, 300))
def test_no_episode_is_counted_on_both_sides(starts: list[int], days: int):
    compared = comparing.compare([ago(day) for day in starts], MOVED, ago(days))
    assert compared is not None
    assert compared.before + compared.after <= len(starts)
    assert compared.days <= comparing.WINDOW


@pytest.mark.parametrize(
    ("arrangement", "on", "why"),
    [
        (rules.Arrangement.STANDARD, date(2027, 3, 1), "meant to last until they are 18"),
        (rules.Arrangement.LONG_TERM, date(2026, 12, 18), "not lived there for a year"),
        (rules.Arrangement.LONG_TERM, date(2026, 12, 19), ""),
    ],
)
def test_a_child_settled_for_good_is_visited_less_often_after_a_year(arrangement: str, on: date, why: str):
    """Regulation 28, as amended in 2015."""
    said = rules.no_fewer_visits(arrangement, MOVED, on)
    assert why in said
    assert bool(said) is bool(why)


@pytest.mark.parametrize(
    ("kind", "legal_status", "arrangement"),
    [
        ("P1", "C1", rules.Arrangement.PARENTS_INTERIM_ORDER),
        ("P1", "C2", rules.Arrangement.PARENTS_CARE_ORDER),
        ("P1", "V2", rules.Arrangement.STANDARD),
        ("U1", "C2", rules.Arrangement.LONG_TERM),
        ("U4", "V2", rules.Arrangement.LONG_TERM),
        ("U6", "C2", rules.Arrangement.STANDARD),
        ("K2", "", rules.Arrangement.STANDARD),
    ],
)
def test_how_they_are_placed_is_told_by_the_codes_of_the_return(
    kind: str, legal_status: str, arrangement: str
):
    assert rules.arrangement_of(kind, legal_status) is arrangement


@pytest.mark.parametrize(("days", "is_whole"), [(comparing.WINDOW - 1, False), (comparing.WINDOW, True)])
def test_a_comparison_is_whole_once_the_window_has_passed(days: int, is_whole: bool):
    compared = comparing.compare([], MOVED, MOVED + timedelta(days=days))
    assert compared is not None
    assert compared.is_whole is is_whole
