"""What is said of hidden figures: the same of a small one and of any other."""

from __future__ import annotations

import pytest

from kittiwake.insight.disclosure import Sizes, words
from kittiwake.insight.disclosure.figure import Figure

SHOWN, SMALL, LARGE = Figure("a", 12, 19, 12 / 19), Figure("b", 3, 40, 3 / 40), Figure("c", 30, 60, 0.5)


@pytest.mark.parametrize("say", [words.how_many, words.about_how_many])
def test_a_sentence_tells_no_hidden_number_nor_which_is_small(say) -> None:
    assert say(SMALL.hidden) == say(LARGE.hidden) == "a number that is not shown"


def test_a_number_that_is_shown_is_told() -> None:
    assert words.how_many(SHOWN) == "12 of 19"
    assert words.how_many(Figure(None, 1200, None, 1200)) == "1,200"


@pytest.mark.parametrize(
    ("numerator", "told"), [(0, "none"), (6, "few"), (20, "some"), (34, "most"), (40, "all")]
)
def test_a_share_is_told_without_a_number(numerator: int, told: str) -> None:
    assert words.about_how_many(Figure(None, numerator, 40, numerator / 40)) == told


def test_how_many_are_hidden_is_said_and_not_which() -> None:
    assert words.hidden_of([SHOWN]) == ""
    assert words.hidden_of([SHOWN, SMALL.hidden]).startswith("1 of 2 figures on this page is not shown:")
    assert words.hidden_of([SMALL.hidden, LARGE.hidden]) == words.hidden_of([LARGE.hidden, SMALL.hidden])


def test_c_is_explained_by_the_councils_own_numbers() -> None:
    assert "one from 1 to 10, a share of fewer than 20" in words.meaning(Sizes(11, 20))
