"""Whether teams lie further apart than chance alone would put them."""

from __future__ import annotations

import random

import pytest
from scipy.stats import chi2_contingency, fisher_exact

from kittiwake.insight.consistency.rules import DEALT, Share, by_chance, verdict


def teams(*counts: tuple[int, int]) -> list[Share]:
    return [Share(number, size) for number, size in counts]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([(60, 100), (61, 100), (58, 100)], "alike"),
        ([(60, 100), (40, 100)], "perhaps"),  # Fisher: 0.007
        ([(60, 100), (30, 100), (61, 100)], "apart"),
        ([(9, 12), (4, 11), (8, 10)], "alike"),  # as far apart as that may be chance, of so few
        ([(60, 100)], ""),
        ([(60, 100), (9, 9)], ""),
        ([], ""),
        ([(0, 100), (0, 80)], "alike"),
        ([(100, 100), (80, 80)], "alike"),
    ],
)
def test_what_is_said_of_teams(counts, said) -> None:
    assert verdict(teams(*counts)) == said


def test_of_many_cases_it_agrees_with_the_test_of_chi_squared() -> None:
    counts = [(120, 200), (100, 190), (130, 210), (105, 205)]
    table = [[number for number, _ in counts], [size - number for number, size in counts]]
    assert by_chance(teams(*counts)) == pytest.approx(
        chi2_contingency(table, correction=False).pvalue, abs=0.02
    )


def test_of_few_cases_it_agrees_with_the_exact_test_of_fisher() -> None:
    counts = [(9, 12), (4, 14)]
    table = [[number for number, _ in counts], [size - number for number, size in counts]]
    assert by_chance(teams(*counts)) == pytest.approx(fisher_exact(table).pvalue, abs=0.02)


def test_it_says_apart_of_teams_that_work_alike_no_more_often_than_it_says() -> None:
    """A hundred councils of five small teams that all work alike."""
    chance = random.Random(3)
    councils = [[(sum(chance.random() < 0.7 for _ in range(14)), 14) for _ in range(5)] for _ in range(100)]
    verdicts = [verdict(teams(*council)) for council in councils]
    assert verdicts.count("apart") <= 2
    assert verdicts.count("perhaps") <= 10


def test_the_same_cases_have_the_same_answer_whoever_asks() -> None:
    counts = teams((60, 100), (45, 90), (70, 110))
    assert by_chance(counts) == by_chance(list(counts))


def test_it_is_never_said_to_be_impossible() -> None:
    assert by_chance(teams((100, 100), (0, 100))) == pytest.approx(1 / (1 + DEALT))
