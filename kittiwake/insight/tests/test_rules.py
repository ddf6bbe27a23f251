"""What must not be shown of small figures."""

from __future__ import annotations

import pytest

from kittiwake.insight.rules import Figure, Sizes, protect


def count(group: str | None, number: int) -> Figure:
    return Figure(group, number, None, float(number))


def share(group: str | None, numerator: int, denominator: int) -> Figure:
    return Figure(group, numerator, denominator, numerator / denominator)


def hidden(figures: list[Figure]) -> list[str | None]:
    return [figure.group for figure in protect(figures, Sizes()) if figure.is_hidden]


@pytest.mark.parametrize(("number", "is_hidden"), [(0, False), (1, True), (5, True), (6, False)])
def test_counts_of_one_to_five_are_hidden_and_none_is_not(number: int, is_hidden: bool) -> None:
    assert protect([count(None, number)], Sizes())[0].is_hidden is is_hidden


def test_what_is_hidden_carries_no_numbers() -> None:
    (figure,) = protect([share(None, 3, 40)], Sizes())
    assert (figure.numerator, figure.denominator, figure.value) == (None, None, None)


def test_a_share_of_fewer_than_ten_is_hidden() -> None:
    assert hidden([share("a", 0, 9), share("b", 7, 20)]) == ["a", "b"]


def test_a_share_of_all_but_a_few_is_hidden() -> None:
    assert protect([share(None, 18, 20)], Sizes())[0].is_hidden


def test_one_hidden_cell_takes_the_smallest_other_with_it() -> None:
    assert hidden([count("a", 3), count("b", 30), count("c", 12), count("d", 0)]) == ["a", "c"]


def test_two_hidden_cells_are_enough() -> None:
    assert hidden([count("a", 3), count("b", 4), count("c", 12)]) == ["a", "b"]
