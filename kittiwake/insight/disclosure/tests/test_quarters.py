"""Which quarters are published, and when."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from kittiwake.insight.disclosure import quarters

FORTNIGHT = timedelta(days=14)


@pytest.mark.parametrize(
    ("today", "newest"),
    [
        (date(2026, 11, 30), date(2026, 7, 1)),
        (date(2026, 10, 14), date(2026, 4, 1)),  # the last day on which something may still be written down
        (date(2026, 10, 15), date(2026, 7, 1)),
        (date(2027, 1, 1), date(2026, 7, 1)),
        (date(2027, 1, 15), date(2026, 10, 1)),
    ],
)
def test_a_quarter_is_published_when_it_has_settled(today: date, newest: date) -> None:
    assert quarters.published(today, FORTNIGHT)[0] == newest


def test_no_two_have_a_day_in_common_and_none_is_left_out() -> None:
    offered = quarters.published(date(2026, 11, 30), FORTNIGHT)
    assert len(offered) == quarters.OFFERED
    for later, earlier in pairwise(offered):
        assert quarters.last_of(earlier) + timedelta(days=1) == later


def test_it_is_said_as_people_say_it() -> None:
    assert quarters.in_words(date(2026, 10, 1)) == "October to December 2026"
