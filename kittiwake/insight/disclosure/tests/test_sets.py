"""Which marks of cases come to which."""

from __future__ import annotations

import pytest

from kittiwake.insight.disclosure.sets import Sets, sums


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ([3, 10, 13], {(13, (3, 10))}),
        ([-3, 10, 7], {(7, (-3, 10))}),
        ([1, 10, 100, 111], {(111, (1, 10, 100))}),
        ([5, 10], set()),  # no cases are counted twice
        ([0, 7, 9], set()),  # nothing is no part of anything
        ([4, 4, 9], set()),
    ],
)
def test_a_mark_is_two_others_together_or_three(marks: list[int], found: set) -> None:
    assert set(sums(marks)) == found


def test_they_are_read_as_the_database_writes_them() -> None:
    assert Sets.read("12 -7 5 0") == Sets(cases=12, counted=-7, children=5, children_counted=0)
