"""How a clock looks on a page: a word and a colour, by how it stands now."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.clocks.templatetags.clocks import cited, clock_tag
from tests.cast import NOW

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def today(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.mark.parametrize(
    ("due_in", "facts", "word", "colour"),
    [
        (9, {}, "Running", 'govuk-tag"'),  # blue, as a tag is
        (1, {}, "Due soon", "govuk-tag--yellow"),
        (-1, {}, "Overdue", "govuk-tag--red"),
        (1, {"stopped_at": NOW}, "In time", "govuk-tag--green"),
        (-1, {"stopped_at": NOW}, "Late", "govuk-tag--orange"),
        (-1, {"cancelled_at": NOW}, "Cancelled", "govuk-tag--grey"),
    ],
)
def test_a_clock_says_how_it_stands(due_in: int, facts: dict[str, Any], word: str, colour: str) -> None:
    clock = Clock(due_at=NOW + due_in * HOUR, due_soon_at=NOW + (due_in - 2) * HOUR, **facts)
    tag = clock_tag(clock)
    assert word in tag
    assert colour in tag


def test_a_source_is_cited_as_it_reads_today() -> None:
    assert "Working Together 2026" in cited("{working_together, chapter 3}: within 15 working days")
