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


def test_a_small_number_beside_nothing_but_zeros_is_hidden_alone() -> None:
    """There is no other cell that could keep it: a zero tells nothing, and stays."""
    assert hidden([count("a", 3), count("b", 0), count("c", 0)]) == ["a"]


def test_two_that_are_few_together_take_a_third_with_them() -> None:
    """Hidden alone, they would be known to come to four."""
    assert hidden([count("a", 2), count("b", 2), count("c", 10), count("d", 30)]) == ["a", "b", "c"]


def test_a_share_that_another_would_give_away_is_hidden() -> None:
    """The whole is 49 of 90: without b, all but one of 31 would be told."""
    assert hidden([share("a", 12, 19), share("b", 30, 31), share("c", 7, 40)]) == ["b", "c"]


def test_an_average_has_no_rest() -> None:
    assert not protect([share(None, 20, 18)], Sizes())[0].is_hidden


def test_a_share_of_nobody_is_shown_as_that() -> None:
    (figure,) = protect([Figure(None, 0, 0, None)], Sizes())
    assert (figure.denominator, figure.is_hidden) == (0, False)


def test_the_council_says_from_how_many_on_a_number_is_shown() -> None:
    sizes = Sizes(counted=11, shared=20)
    assert sizes.most_hidden == 10
    assert [protect([count(None, number)], sizes)[0].is_hidden for number in (10, 11)] == [True, False]
    assert [protect([share(None, 0, of)], sizes)[0].is_hidden for of in (19, 20)] == [True, False]
