"""How long a child about whom somebody is worried waits for somebody who works with them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from kittiwake.practice.direct_work.sessions import recording as work
from kittiwake.practice.missing.tests.made import counted
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.time.moments import LONDON, Moment
from tests.cast import NOW, Cast

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
DAY = timedelta(days=1)
WORRIED = date(2026, 10, 20)  # 28 days later is 17 November


def worry(cast: Cast, since: date = WORRIED) -> Any:
    facts = {"domain": "county_lines", "level": "emerging", "why": "A man", "since_on": since}
    return risks.open_risk(cast.ash, **facts, by=cast.user("worker"), at=NOW)


def worked(cast: Cast, on: date, **more: Any) -> None:
    held = Moment(datetime(on.year, on.month, on.day, 15, tzinfo=LONDON))
    facts = {"worker_name": "Worker", "seen": True, **more}
    work.hold(cast.ash, held=held, **facts, by=cast.user("worker"), at=NOW)


def days(key: str) -> list[float]:
    return [case["value"] for case in counted(key, FIRST, LAST)]


def in_numerator(key: str) -> list[bool]:
    return [case["in_numerator"] for case in counted(key, FIRST, LAST)]


def test_they_wait_until_the_first_direct_work_after_the_worry(cast: Cast) -> None:
    worry(cast)
    worked(cast, WORRIED - DAY)
    worked(cast, date(2026, 11, 4), kind="visit_in_need")
    worked(cast, date(2026, 11, 5), seen=False)
    worked(cast, date(2026, 11, 6))
    worked(cast, date(2026, 11, 9))
    assert days("P83") == [17.0]


def test_work_on_the_day_itself_is_no_day_later(cast: Cast) -> None:
    worry(cast, date(2026, 11, 6))
    worked(cast, date(2026, 11, 6))
    assert days("P83") == [0.0]


def test_whoever_nobody_worked_with_has_no_days(cast: Cast) -> None:
    worry(cast)
    assert days("P83") == []


@pytest.mark.parametrize(
    ("since", "first_work", "soon"),
    [
        (WORRIED, date(2026, 11, 17), [True]),
        (WORRIED, date(2026, 11, 18), [False]),
        (WORRIED, None, [False]),
        (date(2026, 11, 2), None, [False]),
        (date(2026, 11, 3), None, []),
        (date(2026, 10, 4), None, [False]),
        (date(2026, 10, 3), None, []),
    ],
    ids=["on the last day", "a day late", "never", "over on the 30th", "over in December", "over on the 1st", "in October"],
)  # fmt: skip
def test_soon_is_within_28_days_and_counts_when_they_are_over(
    cast: Cast, since: date, first_work: date | None, soon: list[bool]
) -> None:
    worry(cast, since)
    if first_work:
        worked(cast, first_work)
    assert in_numerator("P83b") == soon
