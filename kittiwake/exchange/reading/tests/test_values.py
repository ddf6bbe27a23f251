"""Single cells: text, names, references, numbers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.exchange.reading import values
from kittiwake.exchange.reading.cells import clean
from kittiwake.exchange.reading.values import Reading


def test_clean_text_has_plain_spaces_and_quotation_marks_and_nothing_invisible() -> None:
    assert clean("\ufeff Sample\u00a0Worker\u200b ‘one’ “two” \u0092 ") == "Sample Worker 'one' \"two\" '"
    assert clean("kept\nline") == "kept\nline"


@pytest.mark.parametrize(
    "text", ["#N/A", "nope", "Unknown", "n/k", "N.K.", "-", "?", "xxxx", "TBC", "(blank)", "#REF!"]
)
def test_words_for_nothing_known_are_missing_and_told(text: str) -> None:
    value, doubt = values.plain_text(text)
    assert value is None
    assert doubt == f"‘{text}’ was read as ‘not known’."


@pytest.mark.parametrize("text", ["", "  ", "\u00a0"])
def test_an_empty_cell_is_missing_without_a_word(text: str) -> None:
    assert values.plain_text(text) == Reading(None, "")


@pytest.mark.parametrize(
    "text", ["Unknown Road", "Naomi", "None of the above was seen by staff", "Tba Street"]
)
def test_text_that_only_holds_such_a_word_is_kept(text: str) -> None:
    assert values.plain_text(text) == Reading(text)


def test_text_like_a_formula_stays_text_and_is_pointed_out() -> None:
    value, doubt = values.plain_text("=HYPERLINK(1)")
    assert value == "=HYPERLINK(1)"
    assert "kept as plain text" in doubt


def test_a_letter_that_could_not_be_read_is_pointed_out() -> None:
    assert "could not be read" in values.plain_text("P\ufffdKE").doubt


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("WILSON", "Wilson"),
        ("O’BRIEN", "O'Brien"),
        ("MCKAY", "McKay"),
        ("SMITH-JONES", "Smith-Jones"),
        ("ANNE  MARIE", "Anne Marie"),
        ("van der Berg", "van der Berg"),
        ("LI", "Li"),
        ("NG", "NG"),
        ("tansy", "Tansy"),
        ("Sample\u00a0Worker", "Sample Worker"),
    ],
)
def test_names_in_capitals_are_written_as_names(given: str, name: str) -> None:
    assert values.name(given).value == name


@pytest.mark.parametrize(
    ("given", "forenames", "surname", "doubted"),
    [
        ("ASHDOWN, Tansy", "Tansy", "Ashdown", False),
        ("Tansy ASHDOWN", "Tansy", "Ashdown", False),
        ("Anna Maria SMITH JONES", "Anna Maria", "Smith Jones", False),
        ("Tansy Ashdown", "Tansy", "Ashdown", False),
        ("TANSY ASHDOWN", "Tansy", "Ashdown", True),
        ("Mary Ann Ashdown", "Mary Ann", "Ashdown", True),
        ("Ashdown", "", "Ashdown", True),
    ],
)
def test_a_full_name_is_parted(given: str, forenames: str, surname: str, doubted: bool) -> None:
    value, doubt = values.full_name(given)
    assert value == (forenames, surname)
    assert bool(doubt) is doubted


def test_a_number_from_a_spreadsheet_is_a_reference_without_its_decimals() -> None:
    assert values.identifier(7974183.0) == Reading("7974183")


def test_a_lost_leading_zero_shows_by_the_rest_of_the_column() -> None:
    digits = values.usual_length(["0012345", "0023456", "1034567", 34567.0])
    assert digits == 7
    assert "zeros in front may have been lost" in values.identifier(34567.0, digits).doubt
    assert values.identifier("0012345", digits) == Reading("0012345")


def test_running_numbers_of_several_lengths_are_not_doubted() -> None:
    assert values.usual_length([str(n) for n in range(90, 1100)]) == 0


@pytest.mark.parametrize("given", ["1.23E+11", 12345678901234567.0, 12.5])
def test_a_reference_that_a_spreadsheet_has_spoilt_is_doubted(given: Any) -> None:
    assert values.identifier(given).doubt


@pytest.mark.parametrize(
    ("given", "postcode"),
    [("zz993vz", "ZZ99 3VZ"), ("ZZ99  3VZ", "ZZ99 3VZ"), ("ZZ99", "ZZ99"), ("hello", None), ("nope", None)],
)
def test_postcodes(given: str, postcode: str | None) -> None:
    value, doubt = values.postcode(given)
    assert value == postcode
    assert bool(doubt) is (postcode is None)


@pytest.mark.parametrize(
    ("given", "number"),
    [(3.0, 3), ("3", 3), ("1,200", 1200), ("3.00", 3), ("-1", None), ("two", None), (2.5, None)],
)
def test_counts(given: Any, number: int | None) -> None:
    assert values.count(given).value == number


@pytest.mark.parametrize(
    ("given", "age"),
    [(6.23, 6), ("15 yrs", 15), ("16", 16), ("0", 0), (-0.2, None), ("200", None), ("teen", None)],
)
def test_ages_are_whole_years(given: Any, age: int | None) -> None:
    value, doubt = values.age(given)
    assert value == age
    assert bool(doubt) is (age is None)


@pytest.mark.parametrize(
    ("given", "unit", "length"),
    [
        ("90", "m", timedelta(minutes=90)),
        (8.0, "h", timedelta(hours=8)),
        ("4h 30m", "", timedelta(hours=4, minutes=30)),
        ("1 day 3 hours", "", timedelta(days=1, hours=3)),
        ("26:10", "", timedelta(hours=26, minutes=10)),
        (timedelta(hours=2), "", timedelta(hours=2)),
        ("90", "", None),
        ("a while", "", None),
    ],
)
def test_lengths_of_time(given: Any, unit: str, length: timedelta | None) -> None:
    assert values.duration(given, unit).value == length
