"""In drawn councils nobody works out a small number of what is published, and little is kept back for it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kittiwake.insight.disclosure import Sizes, protect
from kittiwake.insight.disclosure.tests.attacker import Attacker, Read
from kittiwake.insight.disclosure.tests.drawn import Measured, council, partitions


def published(every: list[Measured]) -> Read:
    shown = protect([one.table for one in every], Sizes())
    return {
        (key, by, figure.group): (figure.numerator, figure.denominator)
        for (key, by), figures in shown.items()
        for figure in figures
        if not figure.is_hidden
    }


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 2), st.sampled_from([15, 40, 120]), st.integers(1, 4))
def test_nobody_works_out_a_small_number(seed: int, universes: int, most: int, teams: int) -> None:
    every = council(Random(seed), universes, most, teams)
    assert Attacker(every, partitions(every)).worked_out(published(every)) == {}


@pytest.mark.parametrize("seed", range(4))
def test_the_attack_finds_what_each_figure_by_itself_gives_away(seed: int) -> None:
    """Were each figure protected alone, as if nothing else were published."""
    every = council(Random(seed), 1, 120, 3)
    alone = {
        (one.key, by, figure.group): (figure.numerator, figure.denominator)
        for one in every
        for by, figures in one.figures().items()
        for figure in figures
        if not any(
            Sizes().is_small(number) for number in (figure.numerator, figure.denominator, rest(figure))
        )
    }
    assert Attacker(every, partitions(every)).worked_out(alone)


def rest(figure) -> int:
    return (figure.denominator or 0) - (figure.numerator or 0)


def test_little_more_is_hidden_than_must_be() -> None:
    """Of what need not be hidden for its own sake, most is shown."""
    must, hidden, all_of_them = 0, 0, 0
    for seed in range(12):
        every = council(Random(seed), 1, 200, 4)
        alone = {
            (one.key, by): protect([one.table], Sizes())[one.key, by] for one in every for by in one.figures()
        }
        together = protect([one.table for one in every], Sizes())
        for key, figures in together.items():
            all_of_them += sum(
                bool(figure.numerator or figure.denominator) or figure.is_hidden for figure in figures
            )
            hidden += sum(figure.is_hidden for figure in figures)
            must += sum(figure.is_hidden for figure in alone[key])
    assert must <= hidden
    assert hidden - must < (all_of_them - must) / 4
