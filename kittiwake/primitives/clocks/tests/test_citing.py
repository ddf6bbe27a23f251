"""Pages cite what is in force on the day."""

from __future__ import annotations

from datetime import date

import pytest

from kittiwake.primitives.clocks.citing import Document, Edition, cited

WITHIN = "{working_together, chapter 3}: within 15 working days"


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2023, 12, 15), "Working Together 2023, chapter 3: within 15 working days"),
        (date(2026, 3, 17), "Working Together 2023, chapter 3: within 15 working days"),
        (
            date(2026, 3, 18),
            "Working Together 2026 (read in that of 2023, chapter 3): within 15 working days",
        ),
    ],
)
def test_the_edition_is_that_of_the_day(on: date, said: str) -> None:
    assert cited(WITHIN, on) == said


def test_an_edition_that_was_compared_is_cited_alone() -> None:
    document = Document("It", (Edition("one", date(2020, 1, 1)), Edition("two", date(2025, 1, 1))))
    assert (document.on(date(2026, 1, 1), "page 2"), document.on(date(2010, 1, 1))) == (
        "It two, page 2",
        "It one",
    )


def test_the_words_of_a_person_stay_as_they_were_written() -> None:
    assert cited("Local: {agreed} in scrutiny", date(2026, 1, 1)) == "Local: {agreed} in scrutiny"
