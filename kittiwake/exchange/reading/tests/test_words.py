"""Yes and no, sex, grade of risk."""

from __future__ import annotations

from typing import Any

import pytest

from kittiwake.exchange.reading import words


@pytest.mark.parametrize(
    "given", ["Y", "yes", "TRUE", "1", 1.0, True, "a) Yes", "1 - Yes", "Yes - see notes", "✓"]
)
def test_yes(given: Any) -> None:
    assert words.yes_no(given) == (True, "")


@pytest.mark.parametrize(
    "given", ["N", "no", "FALSE", "0", 0.0, False, "b) No", "0 - No", "No (not yet)", "None"]
)
def test_no(given: Any) -> None:
    assert words.yes_no(given) == (False, "")


@pytest.mark.parametrize("given", ["unknown", "N/K", "not known", "maybe", "c) Unknown"])
def test_neither_yes_nor_no_is_told(given: str) -> None:
    value, doubt = words.yes_no(given)
    assert value is None
    assert doubt


def test_an_empty_answer_is_no_doubt() -> None:
    for reader in (words.yes_no, words.sex, words.grade):
        assert reader("") == (None, "")


@pytest.mark.parametrize(
    ("given", "sex"),
    [
        ("M", "male"),
        ("b) Female", "female"),
        ("1", "male"),
        (2.0, "female"),
        ("9", "unknown"),
        ("Unborn", "unknown"),
        ("Not stated/recorded (or unborn)", "unknown"),
        ("Non-binary", "neither"),
        ("FEMALE", "female"),
    ],
)
def test_sex(given: Any, sex: str) -> None:
    assert words.sex(given) == (sex, "")


def test_a_sex_it_does_not_know_is_told() -> None:
    assert "Use Female, Male" in words.sex("zz").doubt


@pytest.mark.parametrize(
    ("given", "grade"),
    [
        ("HIGH", "high"),
        ("Medium risk", "medium"),
        ("Med", "medium"),
        ("L", "low"),
        ("Standard", "medium"),
        ("No apparent risk", "no_apparent_risk"),
        ("NAR", "no_apparent_risk"),
        ("Absent", "absent"),
        ("2. Medium", "medium"),
        ("Risk level: High", "high"),
    ],
)
def test_grades(given: str, grade: str) -> None:
    assert words.grade(given).value == grade


def test_one_grade_among_other_words_is_taken_and_told() -> None:
    assert words.grade("MEDIUM - upgraded") == ("medium", "‘MEDIUM - upgraded’ was read as medium.")


@pytest.mark.parametrize("given", ["High/Medium", "purple", "n/k", "?"])
def test_no_grade_is_guessed(given: str) -> None:
    value, doubt = words.grade(given)
    assert value is None
    assert doubt
