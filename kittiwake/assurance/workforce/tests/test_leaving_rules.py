"""Who manages somebody, and what is told of several who left."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.assurance.workforce.leaving.rules import counted, line_managers
from kittiwake.assurance.workforce.span.rules import TeamPlace

COUNCIL, SERVICE, NORTH = 1, 2, 3
PARENTS = {COUNCIL: None, SERVICE: COUNCIL, NORTH: SERVICE}
ANA, BEN, CAZ, DEE = 1, 2, 3, 4


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ([TeamPlace(ANA, NORTH, False), TeamPlace(BEN, NORTH, True), TeamPlace(CAZ, SERVICE, True)], {BEN}),
        (
            [TeamPlace(ANA, NORTH, False), TeamPlace(BEN, NORTH, True), TeamPlace(CAZ, NORTH, True)],
            {BEN, CAZ},
        ),
        (
            [TeamPlace(ANA, NORTH, True), TeamPlace(BEN, NORTH, True), TeamPlace(CAZ, SERVICE, True)],
            {CAZ},
        ),  # a manager's
        (
            [TeamPlace(ANA, NORTH, False), TeamPlace(CAZ, SERVICE, True)],
            {CAZ},
        ),  # nobody manages the team: the one above
        ([TeamPlace(ANA, NORTH, False), TeamPlace(DEE, COUNCIL, True)], {DEE}),
        ([TeamPlace(ANA, NORTH, False), TeamPlace(BEN, NORTH, False)], set()),
        ([TeamPlace(ANA, COUNCIL, True)], set()),
        ([], set()),
    ],
)
def test_who_manages_somebody(places: list[TeamPlace], found: set[int]) -> None:
    assert line_managers(ANA, places, PARENTS) == found


def test_teams_that_stand_in_a_ring_end_somewhere() -> None:
    assert line_managers(ANA, [TeamPlace(ANA, NORTH, False)], {NORTH: SERVICE, SERVICE: NORTH}) == set()


@pytest.mark.parametrize(
    ("given_", "found"),
    [
        ([], []),
        ([["pay"], ["pay"]], []),  # two people: nothing at all
        ([["pay"], ["pay"], ["pay"]], [("pay", 3)]),
        ([["pay"], ["pay"], ["pay", "travel"]], [("pay", 3), ("travel", None)]),
        ([["pay", "pay"], ["travel"], ["pay"]], [("pay", None), ("travel", None)]),
    ],
)
def test_reasons_are_counted_where_several_gave_them(given_: list, found: list) -> None:  # type: ignore[type-arg]
    assert [tuple(reason) for reason in counted(given_, fewest=3)] == found


@given(st.lists(st.sets(st.sampled_from(["pay", "travel", "blame", "health"]), min_size=1), max_size=9))
def test_no_number_is_small_and_none_is_wrong(people: list[set[str]]) -> None:
    many = Counter(key for reasons in people for key in reasons)
    told = counted(people, fewest=3)
    assert {reason.key for reason in told} == (set(many) if len(people) >= 3 else set())
    for reason in told:
        assert reason.many == (many[reason.key] if many[reason.key] >= 3 else None)
    # The order of those not counted out says nothing of how many they were.
    few = [reason.key for reason in told if reason.many is None]
    assert few == sorted(few)
