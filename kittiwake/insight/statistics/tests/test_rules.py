"""How published statistics say when and how much; and which of them stand beside which of our measures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kittiwake.insight.statistics import rules
from kittiwake.insight.statistics.published import by_measure
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import SHARES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("22.6", (Decimal("22.6"), "")),
        ("632,830", (Decimal(632830), "")),
        ("0", (Decimal(0), "")),
        ("1.2070000000000001E-2", (Decimal("0.01207"), "")),
        ("c", (None, "c")),
        (" LOW ", (None, "low")),
        ("-", (None, "-")),
        ("England", None),
        ("", None),
        ("1e400", None),
        ("nan", None),
    ],
)
def test_a_value_or_its_mark(text: str, found: tuple[Decimal | None, str] | None) -> None:
    assert rules.value_or_mark(text) == found


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025", "2025"),
        ("2025.0", "2025"),
        ("202425", "202425"),
        ("2024/25", "202425"),
        ("2024-25", "202425"),
        ("199900", "199900"),
        ("202426", ""),
        ("0", ""),
        ("Table 4", ""),
    ],
)
def test_a_period(text: str, period: str) -> None:
    assert rules.period(text) == period


@pytest.mark.parametrize(
    ("period", "is_", "words"),
    [
        ("2025", "Reporting year", "2025"),
        ("202425", "Academic year", "2024/25 (academic year)"),
        ("2024", "Calendar year", "2024 (calendar year)"),
    ],
)
def test_a_period_in_words(period: str, is_: str, words: str) -> None:
    assert rules.period_in_words(period, is_) == words


def test_two_spellings_of_a_region_are_one() -> None:
    assert rules.area_key("Yorkshire and The Humber") == rules.area_key("YORKSHIRE AND THE HUMBER")
    assert rules.area_key("Yorkshire & the Humber") == "yorkshire and the humber"


@pytest.mark.parametrize(
    ("value", "is_wrong"),
    [("", False), ("370", False), ("370 841", False), ("370,841", True), ("37", True), ("370 370", True)],
)
def test_neighbours(value: str, is_wrong: bool) -> None:
    assert bool(rules.wrong_neighbours(value)) is is_wrong


def test_a_share_stands_beside_a_share() -> None:
    """A percentage beside a count, or a number beside a percentage, would be read wrongly."""
    assert by_measure()
    for key, published in by_measure().items():
        if measure := catalogue.measures().get(key):
            is_share = measure.how in SHARES or measure.unit == "%"
            assert is_share is (published.unit == "%"), key


def test_each_says_how_it_was_counted_otherwise() -> None:
    assert all(published.beside and published.publication for published in by_measure().values())
