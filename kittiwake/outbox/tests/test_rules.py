"""When a message is tried again, and when that is given up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kittiwake.outbox import rules

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tries", "minutes"), [(1, 1), (2, 2), (3, 5), (4, 15), (5, 30), (6, 60), (7, 60), (100, 60)]
)
def test_it_is_tried_soon_and_then_every_hour(tries: int, minutes: int) -> None:
    assert rules.next_try(tries, NOW) == NOW + timedelta(minutes=minutes)


def test_it_is_given_up_after_five_days() -> None:
    assert not rules.is_given_up(NOW, NOW + timedelta(days=5) - timedelta(microseconds=1))
    assert rules.is_given_up(NOW, NOW + timedelta(days=5))
