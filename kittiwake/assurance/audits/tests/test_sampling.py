"""Drawn by chance, in proportion, and again the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.assurance.audits.programmes import sampling
from kittiwake.assurance.audits.programmes.sampling import Person

people = st.lists(
    st.builds(
        Person,
        key=st.integers(1, 10_000),
        team=st.sampled_from(["North", "South", "West"]),
        track=st.sampled_from(["in_care", "child_in_need"]),
        left_out=st.sampled_from(["", "", "", "Restricted"]),
    ),
    unique_by=lambda person: person.key,
    max_size=60,
)


@pytest.mark.parametrize(
    ("counts", "size", "shares"),
    [
        # Hamilton's method as textbooks and Wikipedia ("Quota method") work it: 100 seats, six parties.
        ([47_000, 16_000, 15_900, 12_000, 6_000, 3_100], 10, [5, 2, 1, 1, 1, 0]),
        ([30, 20, 10], 6, [3, 2, 1]),
        ([10, 10, 10], 4, [2, 1, 1]),  # a tie goes by name
        ([1, 99], 5, [0, 5]),
        ([3, 2], 9, [3, 2]),  # never more than there are
        ([], 5, []),
    ],
)
def test_shares_by_largest_remainder(counts: list[int], size: int, shares: list[int]) -> None:
    assert list(sampling.in_proportion(strata(counts), size).values()) == shares


def strata(counts: list[int]) -> dict[sampling.Stratum, int]:
    return {(chr(65 + number), ""): count for number, count in enumerate(counts)}


@pytest.mark.parametrize(
    ("counts", "size", "shares"),
    [
        ([1, 99], 5, [1, 4]),
        ([2, 40, 58], 10, [1, 4, 5]),
        ([1, 1, 1], 3, [1, 1, 1]),
        ([3, 2], 9, [3, 2]),
        ([1, 1, 98], 2, [0, 0, 2]),  # too small for one each: in proportion
        ([], 5, []),
    ],
)
def test_a_small_stratum_gives_at_least_one(counts: list[int], size: int, shares: list[int]) -> None:
    assert list(sampling.allocate(strata(counts), size, least=1).values()) == shares


def test_a_sample_from_before_is_drawn_again_as_it_was() -> None:
    assert list(sampling.allocate(strata([1, 99]), 5, least=0).values()) == [0, 5]


@given(people, st.integers(1, 40), st.text(min_size=1, max_size=8))
def test_a_sample_is_as_large_as_asked_and_looks_at_everybody(
    everybody: list[Person], size: int, seed: str
) -> None:
    able = [person for person in everybody if not person.left_out]
    drawing = sampling.draw(everybody, size=size, seed=seed, least=1)
    assert len(drawing.drawn) == min(size, len(able))
    assert drawing.drawn <= {person.key for person in able}
    for stratum, share in drawing.shares.items():
        here = [person.key for person in able if person.stratum == stratum]
        assert share == len(drawing.drawn & set(here)) <= len(here)
        assert share or size < len(drawing.shares)


@given(people, st.integers(1, 40), st.text(min_size=1, max_size=8), st.randoms())
def test_the_same_seed_draws_the_same_whatever_the_order(everybody, size: int, seed: str, random) -> None:
    shuffled = list(everybody)
    random.shuffle(shuffled)
    assert sampling.draw(shuffled, size=size, seed=seed, least=1) == sampling.draw(
        everybody, size=size, seed=seed, least=1
    )


def test_the_place_can_be_worked_out_by_hand() -> None:
    """printf 'autumn:7' | sha256sum"""
    assert sampling.place("autumn", 7)[:16] == "2db67e91fe4da711"


def test_every_child_is_drawn_about_as_often_over_many_seeds() -> None:
    everybody = [Person(key, "North", "in_care") for key in range(20)]
    times = [0] * 20
    for seed in range(400):
        for key in sampling.draw(everybody, size=5, seed=str(seed), least=1).drawn:
            times[key] += 1
    assert sum(times) == 2000
    assert min(times) > 65  # 100 expected; four standard deviations are 35
    assert max(times) < 135
