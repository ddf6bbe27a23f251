"""Agreement of two markers, against figures others have published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.primitives.instruments import agreeing


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
    assert agreeing.agreement(pairs) == same
    assert agreeing.weighted_kappa(pairs) == (None if kappa is None else pytest.approx(kappa))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3))))
def test_kappa_does_not_ask_whose_mark_came_first(pairs: list[tuple[int, int]]) -> None:
    kappa = agreeing.weighted_kappa(pairs)
    assert kappa == pytest.approx(agreeing.weighted_kappa([(two, one) for one, two in pairs]))
    assert kappa is None or kappa <= 1


def test_kappa_and_its_interval_as_published() -> None:
    """The 3 by 3 example that statsmodels keeps with the SAS printout it was checked against
    (statsmodels/stats/tests/test_inter_rater.py, TestWeightedCohens): 0.4701, error 0.1457, 0.1845 to 0.7558."""
    found = agreeing.kappa_interval(spread([[0, 4, 1], [0, 8, 0], [0, 1, 5]]))
    assert found is not None
    assert (found.value, found.error) == pytest.approx((0.4701, 0.1457), abs=5e-5)
    assert (found.low, found.high) == pytest.approx((0.1845, 0.7558), abs=5e-5)


def test_kappa_of_two_grades_as_published() -> None:
    """On two grades weights change nothing: the 2 by 2 example of Cohen's kappa in common use (20, 5, 10, 15) is 0.4."""
    found = agreeing.kappa_interval(spread([[20, 5], [10, 15]]))
    assert found is not None
    assert found.value == pytest.approx(0.4)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=40))
def test_the_interval_holds_the_figure_and_stays_on_the_scale(pairs: list[tuple[int, int]]) -> None:
    found = agreeing.kappa_interval(pairs)
    assert found is None or -1 <= found.low <= found.value <= found.high <= 1


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=5, max_size=30))
def test_four_times_the_pairs_is_half_the_error(pairs: list[tuple[int, int]]) -> None:
    few, many = agreeing.kappa_interval(pairs), agreeing.kappa_interval(pairs * 4)
    if few and many:
        assert many.error == pytest.approx(few.error / 2, abs=1e-9)
