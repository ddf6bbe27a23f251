"""Intervals against the published worked examples, and the words beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.assurance.audits import comparing

numbers = st.integers(0, 60)
rounds = st.tuples(numbers, numbers).map(lambda two: (min(two), max(1, *two)))  # met, of how many


@pytest.mark.parametrize(
    ("met", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_published(met: int, of: int, low: float, high: float) -> None:
    """Newcombe, Statistics in Medicine 17, 857–872 (1998), table I, method 3."""
    assert comparing.wilson(met, of) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("now", "before", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_newcombe_as_published(now: tuple, before: tuple, low: float, high: float) -> None:
    """Newcombe, Statistics in Medicine 17, 873–890 (1998), table II, method 10."""
    found = comparing.newcombe(*now, *before)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@given(rounds, rounds)
def test_the_interval_holds_the_difference_and_turns_round(now: tuple, before: tuple) -> None:
    found, turned = comparing.newcombe(*now, *before), comparing.newcombe(*before, *now)
    assert -1 <= found.low <= found.value <= found.high <= 1
    assert (turned.low, turned.high) == pytest.approx((-found.high, -found.low))


@pytest.mark.parametrize(
    ("numbers", "says", "never"),
    [
        ((0, 0, 5, 20), "nothing to compare", "percentage"),
        ((5, 9, 5, 20), "says nothing about practice", "Chance"),
        ((12, 20, 9, 20), "+15 percentage points, and lies between −15 percentage points", "More were good"),
        ((12, 20, 9, 20), "does not show that practice has moved", "worse"),
        (
            (56, 70, 48, 80),
            "More were good than chance alone explains. It does not say why",
            "Chance alone could",
        ),
        ((48, 80, 56, 70), "Practice has got worse", "Chance alone could"),
    ],
)
def test_it_says_what_moved_and_not_with_a_cheer(numbers: tuple, says: str, never: str) -> None:
    words = comparing.in_words(*numbers)
    assert says in words
    assert never not in words
    assert "!" not in words
