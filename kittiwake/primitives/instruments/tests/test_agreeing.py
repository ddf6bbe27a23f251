"""Agreement of two markers, against figures others have published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.primitives.instruments import agreement


def spread(table: list[list[int]]) -> list[tuple[int, int]]:
    """The pairs that a table of two markers counts."""
    return [(i, j) for i, row in enumerate(table) for j, times in enumerate(row) for _ in range(times)]


@pytest.mark.parametrize(
    ("pairs", "same", "kappa"),
    [
        ([], None, None),
        ([(1, 1), (1, 1)], 1.0, None),
        ([(0, 0), (3, 3)], 1.0, 1.0),
        ([(0, 3), (3, 0)], 0.0, -1.0),
        ([(0, 0), (1, 1), (2, 2), (3, 2)], 3 / 4, 1 - 1 / 4.5),
        ([(0, 1), (1, 1)], 1 / 2, 0.0),
    ],
)
def test_agreement(pairs: list, same: float | None, kappa: float | None) -> None:
    assert agreement.agreement(pairs) == same
    assert agreement.weighted_kappa(pairs) == (None if kappa is None else pytest.approx(kappa))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3))))
def test_kappa_does_not_ask_whose_mark_came_first(pairs: list[tuple[int, int]]) -> None:
    kappa = agreement.weighted_kappa(pairs)
    assert kappa == pytest.approx(agreement.weighted_kappa([(two, one) for one, two in pairs]))
    assert kappa is None or kappa <= 1


def test_kappa_and_its_interval_as_published() -> None:
    """The 3 by 3 example that statsmodels keeps with the SAS printout it was checked against
    (statsmodels/stats/tests/test_inter_rater.py, TestWeightedCohens): 0.4701, error 0.1457, 0.1845 to 0.7558."""
    kappa = agreement.kappa_interval(spread([[0, 4, 1], [0, 8, 0], [0, 1, 5]]))
    assert kappa is not None
    assert (kappa.value, kappa.error) == pytest.approx((0.4701, 0.1457), abs=5e-5)
    assert (kappa.low, kappa.high) == pytest.approx((0.1845, 0.7558), abs=5e-5)


def test_kappa_of_two_grades_as_published() -> None:
    """On two grades weights change nothing: the 2 by 2 example of Cohen's kappa in common use (20, 5, 10, 15) is 0.4."""
    kappa = agreement.kappa_interval(spread([[20, 5], [10, 15]]))
    assert kappa is not None
    assert kappa.value == pytest.approx(0.4)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=40))
def test_the_interval_holds_the_figure_and_stays_on_the_scale(pairs: list[tuple[int, int]]) -> None:
    kappa = agreement.kappa_interval(pairs)
    if kappa is not None and kappa.low is not None and kappa.high is not None:
        assert -1 <= kappa.low <= kappa.value <= kappa.high <= 1


@pytest.mark.parametrize("pairs", [[(0, 0)] * 5 + [(1, 1)] * 5, [(0, 1), (1, 0)] * 5, [(0, 3), (3, 0)] * 6])
def test_pairs_that_do_not_vary_are_no_proof_of_certainty(pairs: list[tuple[int, int]]) -> None:
    """Perfect agreement among ten is not 1.00, from 1.00 to 1.00; nor is its opposite."""
    kappa = agreement.kappa_interval(pairs)
    assert kappa is not None
    assert abs(kappa.value) == 1
    assert (kappa.low, kappa.high) == (None, None)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=40))
def test_no_interval_is_a_point(pairs: list[tuple[int, int]]) -> None:
    kappa = agreement.kappa_interval(pairs)
    if kappa is not None and kappa.low is not None and kappa.high is not None:
        assert kappa.high > kappa.low
    low, high = agreement.exact_share(sum(one == other for one, other in pairs), len(pairs))
    assert 0 <= low < high <= 1


@pytest.mark.parametrize(
    ("met", "of", "low", "high"),
    [(81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617), (0, 20, 0.0, 0.1684), (1, 29, 0.0009, 0.1776)],
)
def test_the_exact_interval_as_published(met: int, of: int, low: float, high: float) -> None:
    """Newcombe, Statistics in Medicine 17, 857–872 (1998), table I, method 5 (Clopper and Pearson)."""
    assert agreement.exact_share(met, of) == pytest.approx((low, high), abs=5e-5)
    assert agreement.exact_share(of - met, of) == pytest.approx((1 - high, 1 - low), abs=5e-5)


def test_a_table_says_how_sure_each_figure_is() -> None:
    ten = [(0, 0)] * 5 + [(1, 1)] * 5
    assert agreement.figures(ten, fewest=10) == ["10", "100%", "69% to 100%", "1.00", "–"]
    assert agreement.figures(ten[:9], fewest=10) == ["9", "100%", "66% to 100%", "–", "–"]
    assert agreement.figures([*ten, (0, 1)], fewest=10)[3:] == ["0.82", "0.49 to 1.00"]
    assert agreement.figures([], fewest=10) == ["0", "–", "–", "–", "–"]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=5, max_size=30))
def test_four_times_the_pairs_is_half_the_error(pairs: list[tuple[int, int]]) -> None:
    few, many = agreement.kappa_interval(pairs), agreement.kappa_interval(pairs * 4)
    if few and many and few.error:
        assert many.error == pytest.approx(few.error / 2, abs=1e-9)
