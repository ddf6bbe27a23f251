"""A day that no limit can be counted from is refused in one sentence, wherever a clock starts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kittiwake.history.refusal import Refused
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, months, working_days

STANDARD = Standard(key="example.duty", title="Example duty", within=working_days(10), source="Made up")


@pytest.mark.django_db
@pytest.mark.parametrize("year", [1, 1989, 2101, 9999])
def test_a_day_no_calendar_reaches_is_refused(year: int) -> None:
    with pytest.raises(Refused, match="Example duty: Bank holidays are known from"):
        limits.due(STANDARD, datetime(year, 6, 1, tzinfo=UTC))


@pytest.mark.django_db
def test_a_limit_past_the_end_of_time_is_refused() -> None:
    years = Standard(key="example.duty", title="Example duty", within=months(12), source="Made up")
    with pytest.raises(Refused, match="No limit can be counted from that day"):
        limits.due(years, datetime(9999, 6, 1, tzinfo=UTC))


@pytest.mark.django_db
@pytest.mark.parametrize(("year", "known"), [(2026, True), (2029, False), (2060, False)])
def test_a_real_day_after_the_published_list_is_counted_and_marked(year: int, known: bool) -> None:
    assert limits.due(STANDARD, datetime(year, 6, 4, tzinfo=UTC)).holidays_known is known
