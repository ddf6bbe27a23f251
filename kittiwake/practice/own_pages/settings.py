"""What the council sets about a page of their own. An age is counted in months, as every limit that is a time."""

from __future__ import annotations

from datetime import date

from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, months

YOUNGEST = Standard(
    key="own_pages.youngest",
    title="Age from which a child may have a page of their own (144 months are 12 years)",
    within=months(144),
    source="Local: a child who is able to understand acts for themselves; about 12 is taken to start from",
    local=True,
)
LONGEST = Standard(
    key="own_pages.longest",
    title="How long a page of their own lasts before it is talked about again",
    within=months(12),
    source="Local: talked about again at least once a year",
    local=True,
)


def youngest(on: date) -> int:
    """In months."""
    return limits.within_on(YOUNGEST, on).count


def longest(on: date) -> int:
    """In months."""
    return limits.within_on(LONGEST, on).count
