"""Quiet hours, and when the day's mail goes."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from kittiwake.council.alerts import rules
from kittiwake.time.calendar import england_and_wales
from kittiwake.time.moments import LONDON

NIGHT = (time(18, 30), time(7, 30))
NOON = (time(12), time(13))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("quiet", "now", "until"),
    [
        (None, "2026-11-23 23:00", None),
        (NIGHT, "2026-11-23 18:29", None),
        (NIGHT, "2026-11-23 18:30", "2026-11-24 07:30"),
        (NIGHT, "2026-11-24 00:00", "2026-11-24 07:30"),
        (NIGHT, "2026-11-24 07:29", "2026-11-24 07:30"),
        (NIGHT, "2026-11-24 07:30", None),
        (NOON, "2026-11-23 11:59", None),
        (NOON, "2026-11-23 12:00", "2026-11-23 13:00"),
        (NOON, "2026-11-23 13:00", None),
        # The night the clocks go forward, and the one they go back: until half past seven by London's clocks.
        (NIGHT, "2026-03-28 23:00", "2026-03-29 07:30"),
        (NIGHT, "2026-10-24 23:00", "2026-10-25 07:30"),
    ],
)
def test_quiet_hours_end_when_they_say(quiet, now: str, until: str | None) -> None:
    assert rules.quiet_until(quiet, at(now)) == (at(until) if until else None)


@pytest.mark.parametrize(
    ("now", "is_due"),
    [
        ("2026-11-23 07:59", False),
        ("2026-11-23 08:00", True),
        ("2026-11-23 17:59", True),
        ("2026-11-23 18:00", False),
        ("2026-11-22 09:00", False),  # a Sunday
        ("2026-12-25 09:00", False),
        ("2026-06-22 08:00", True),  # seven by universal time
    ],
)
def test_the_days_mail_goes_on_a_working_morning(now: str, is_due: bool) -> None:
    def is_working_day(day: date) -> bool:
        return england_and_wales().is_working_day(day)

    assert rules.is_daily_due(at(now), is_working_day) is is_due
