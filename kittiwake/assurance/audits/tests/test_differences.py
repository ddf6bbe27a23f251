"""Intervals against the published worked examples, and the words beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.assurance.audits import differences
from kittiwake.assurance.audits.differences import Person

# Fisher and Yates, Statistical tables, 1963: 97.5 %.
STUDENT = {9: 2.2622, 10: 2.2281, 12: 2.1788, 20: 2.0860, 30: 2.0423, 60: 2.0003, 120: 1.9799}
numbers = st.integers(0, 60)
rounds = st.tuples(numbers, numbers).map(lambda two: (min(two), max(1, *two)))  # met, of how many


@pytest.mark.parametrize(
    ("met", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_published(met: int, of: int, low: float, high: float) -> None:
    """Newcombe, Statistics in Medicine 17, 857–872 (1998), table I, method 3."""
    assert differences.wilson(met, of) == pytest.approx((low, high), abs=5e-5)


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
    difference = differences.newcombe(*now, *before)
    assert (difference.low, difference.high) == pytest.approx((low, high), abs=5e-5)


@given(rounds, rounds)
def test_the_interval_holds_the_difference_and_turns_round(now: tuple, before: tuple) -> None:
    difference, turned = differences.newcombe(*now, *before), differences.newcombe(*before, *now)
    assert -1 <= difference.low <= difference.value <= difference.high <= 1
    assert (turned.low, turned.high) == pytest.approx((-difference.high, -difference.low))


def alone(met: int, of: int, met_before: int, of_before: int) -> list[Person]:
    """Each audit of another person's work."""
    now, before = (
        [True] * met + [False] * (of - met),
        [True] * met_before + [False] * (of_before - met_before),
    )
    return differences.by_person([(None, good) for good in now], [(None, good) for good in before])


@pytest.mark.parametrize("degrees", sorted(STUDENT))
def test_students_t_as_tabled(degrees: int) -> None:
    assert differences.student(degrees) == pytest.approx(STUDENT[degrees], abs=1.5e-3)


def test_the_same_people_twice_as_published() -> None:
    """Student's own pairs (Biometrika 6, 1–25, 1908): ten patients, hours of sleep gained by one drug and by the other.
    The difference is −1.58, from −2.460 to −0.700; as two independent samples it would reach from −3.36 to 0.20."""
    now_each = (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0)
    other = (1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
    people = [Person(now / 100, 1, before / 100, 1) for now, before in zip(now_each, other, strict=True)]
    difference = differences.difference(people, fewest=10)
    assert (difference.value, difference.low, difference.high) == pytest.approx(
        (-0.0158, -0.02460, -0.00700), abs=5e-6
    )


def test_many_audits_of_the_same_people_are_not_many_samples() -> None:
    """Five audits each, alike for each person: no surer than one each, where independence would say so."""
    one_each = [Person(n < 8, 1, n < 3, 1) for n in range(12)]
    five_each = [Person(5 * person.met, 5, 5 * person.met_before, 5) for person in one_each]
    assert differences.difference(five_each, fewest=10) == differences.difference(one_each, fewest=10)
    naive = differences.newcombe(40, 60, 15, 60)
    by_person = differences.difference(five_each, fewest=10)
    assert by_person.high - by_person.low > naive.high - naive.low


@given(st.lists(st.tuples(rounds, rounds), min_size=10, max_size=30))
def test_the_interval_person_by_person_holds_the_difference_and_is_no_point(people: list) -> None:
    difference = differences.difference([Person(*now, *before) for now, before in people], fewest=10)
    assert -1 <= difference.low <= difference.value <= difference.high <= 1
    assert difference.high > difference.low


def test_of_a_few_people_there_is_no_interval() -> None:
    difference = differences.difference([Person(5, 6, 1, 6)] * 9, fewest=10)
    assert (difference.low, difference.high) == (None, None)
    assert "It is the work of 9 people: with fewer than 10" in differences.in_words(
        [Person(5, 6, 1, 6)] * 9, fewest=10
    )


def test_where_everybody_moved_alike_each_counts_once() -> None:
    """As Newcombe's tenth method has it for 10 of 10 beside 0 of 10; not +100 points for certain."""
    difference = differences.difference([Person(3, 3, 0, 3)] * 10, fewest=10)
    assert (difference.low, difference.high) == pytest.approx((0.6075, 1.0), abs=5e-5)


@pytest.mark.parametrize(
    ("numbers", "says", "never"),
    [
        ((0, 0, 5, 20), "nothing to compare", "percentage"),
        ((5, 9, 5, 20), "says nothing about practice", "Chance"),
        ((12, 20, 9, 20), "the difference is +15 percentage points", "More were good"),
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
    words = differences.in_words(alone(*numbers), fewest=10)
    assert says in words
    assert never not in words
    assert "!" not in words
