"""How long a child may be kept in secure accommodation without a court order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.practice.duties import rules

BEGUN = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def stay(days_before: float, hours: float) -> rules.Stay:
    start = BEGUN - timedelta(days=days_before)
    return start, start + hours * HOUR


@pytest.mark.parametrize(
    ("earlier", "hours"),
    [
        ([], 72),
        ([stay(10, 24)], 48),
        ([stay(20, 24), stay(10, 24)], 24),
        ([stay(10, 72)], 0),
        ([stay(5, 90)], 0),
        ([stay(40, 72)], 72),  # longer ago than 28 days
        ([stay(28, 24)], 72),  # drops out hour by hour as this stay goes on
        ([stay(27, 24)], 72),  # has dropped out by the time it would count
        ([stay(26, 12), stay(25, 24)], 36),  # none has dropped out by then
        ([stay(27, 20), stay(2, 20), stay(1, 8)], 44),  # 72 after a day, then 20 drop out as 20 are stayed
    ],
)
def test_the_hours_add_up_over_28_days(earlier: list[rules.Stay], hours: float) -> None:
    assert rules.secure_until(BEGUN, earlier) == BEGUN + hours * HOUR


@given(st.dictionaries(st.integers(1, 60), st.integers(1, 24), max_size=8))
def test_never_more_than_72_hours_in_any_28_days(found: dict[int, int]) -> None:
    """Counted hour by hour, by another way."""
    earlier = [stay(days, hours) for days, hours in found.items()]
    held = {start + n * HOUR for start, end in earlier for n in range((end - start) // HOUR)}
    until = rules.secure_until(BEGUN, earlier)
    hour, inside = BEGUN, set(held)
    while True:
        window = {one for one in inside if hour + HOUR - timedelta(days=28) <= one <= hour}
        if len(window) >= 72:
            break
        inside.add(hour)
        hour += HOUR
    assert until == hour
