"""Caseloads by count and weight, and the cap of the newly qualified."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.assurance.workforce.caseloads.rules import START, Agreed, Caseload

LOCAL = Agreed(
    date(2026, 4, 1), Decimal(20), Decimal("0.9"), {"child_protection": 1.5, "care_leaver": 0.5}, "Panel"
)


def test_weights_count_by_track_and_one_where_none_is_agreed() -> None:
    held = Caseload({"child_protection": 2, "care_leaver": 2, "in_care": 1, "": 1}, LOCAL, Decimal("0.5"))
    assert (held.children, held.weighted) == (6, Decimal(6))


@pytest.mark.parametrize(
    ("fte", "children", "adding", "over"),
    [
        (None, 18, 0, False),  # 90% of 20
        (None, 18, 1, True),
        (None, 19, 0, True),
        ("0.5", 9, 0, False),
        ("0.5", 9, 1, True),
        ("0.5", 10, 0, True),
        ("0", 1, 0, True),
    ],
)
def test_the_cap_is_nine_tenths_of_the_usual_for_their_hours(
    fte: str | None, children: int, adding: int, over: bool
) -> None:
    held = Caseload({"": children}, LOCAL, Decimal(fte) if fte else None, newly_qualified=True)
    assert held.over(adding) is over


def test_nobody_else_has_a_cap() -> None:
    held = Caseload({"": 100}, LOCAL, Decimal(1))
    assert held.cap is None
    assert not held.over(100)


def test_the_limit_names_its_source_and_day() -> None:
    assert Caseload({}, LOCAL).source == "Panel, from 1 April 2026"
    assert Caseload({}, START).source == START.source


@given(
    st.dictionaries(st.sampled_from(["child_protection", "care_leaver", "in_care"]), st.integers(0, 30)),
    st.integers(0, 10),
)
def test_one_more_child_never_brings_anybody_back_under_the_cap(tracks: dict[str, int], adding: int) -> None:
    held = Caseload(tracks, LOCAL, Decimal(1), newly_qualified=True)
    assert held.over(adding + 1) or not held.over(adding)
    assert held.over(adding) == (held.weighted + adding > 18)


@pytest.mark.parametrize(
    ("tracks", "weight"),
    [([], 1), (["in_care"], 1), (["care_leaver"], "0.5"), (["care_leaver", "child_protection"], "1.5")],
)
def test_a_child_weighs_as_much_as_the_heaviest_of_their_tracks(tracks: list[str], weight: object) -> None:
    assert LOCAL.heaviest(tracks) == Decimal(weight)


@pytest.mark.parametrize(
    ("tracks", "is_new", "said"),
    [
        ({"": 1}, False, "1 child"),
        ({"in_care": 3}, False, "3 children"),
        ({"child_protection": 2}, False, "2 children, 3 by weight"),
        ({"care_leaver": 1}, True, "1 child, 0.5 by weight, of at most 18"),
    ],
)
def test_a_caseload_says_its_weight_where_that_is_another_number(
    tracks: dict[str, int], is_new: bool, said: str
) -> None:
    assert str(Caseload(tracks, LOCAL, newly_qualified=is_new)) == said


@pytest.mark.parametrize(("children", "is_full"), [(16, False), (17, False), (18, True)])
def test_one_who_is_newly_qualified_is_full_before_one_more_would_pass_the_cap(
    children: int, is_full: bool
) -> None:
    """Nine tenths of twenty."""
    assert Caseload({"": children}, LOCAL, newly_qualified=True).is_full is is_full
    assert not Caseload({"": children}, LOCAL).is_full
