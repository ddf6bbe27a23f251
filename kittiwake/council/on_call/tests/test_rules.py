"""Out of working hours, and what of it nobody is on call for."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kittiwake.council.on_call import rules
from kittiwake.time.calendar import england_and_wales
from kittiwake.time.moments import LONDON

HOUR = timedelta(hours=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


MONDAY = at("2026-11-23 00:00")
NOW = at("2026-11-23 09:00")


def spans(*texts: str) -> list[rules.Span]:
    return [(at(begin), at(end)) for begin, end in (text.split(" to ") for text in texts)]


def test_a_weekend_is_one_piece_and_a_holiday_belongs_to_it() -> None:
    wanted = rules.out_of_hours(date(2026, 12, 24), 6, england_and_wales().is_working_day)
    assert list(wanted) == spans(
        "2026-12-24 00:00 to 2026-12-24 09:00",
        "2026-12-24 17:00 to 2026-12-29 09:00",  # Christmas, the day instead of Boxing Day, and a weekend
        "2026-12-29 17:00 to 2026-12-30 00:00",
    )


NIGHT = "2026-11-23 17:00 to 2026-11-24 09:00"


@pytest.mark.parametrize(
    ("covered", "left"),
    [
        ([], [NIGHT]),
        ([NIGHT], []),
        (["2026-11-23 16:00 to 2026-11-24 10:00"], []),
        (["2026-11-23 17:00 to 2026-11-24 00:00"], ["2026-11-24 00:00 to 2026-11-24 09:00"]),
        (["2026-11-24 00:00 to 2026-11-24 09:00"], ["2026-11-23 17:00 to 2026-11-24 00:00"]),
        (
            ["2026-11-23 20:00 to 2026-11-23 22:00"],
            ["2026-11-23 17:00 to 2026-11-23 20:00", "2026-11-23 22:00 to 2026-11-24 09:00"],
        ),
        (["2026-11-24 09:00 to 2026-11-24 10:00"], [NIGHT]),
    ],
)
def test_what_nobody_covers_is_left(covered: list[str], left: list[str]) -> None:
    assert rules.gaps(spans(NIGHT), spans(*covered), NOW) == spans(*left)


def test_what_is_over_is_no_gap() -> None:
    assert rules.gaps(spans(NIGHT), [], at("2026-11-24 03:00")) == spans(
        "2026-11-24 03:00 to 2026-11-24 09:00"
    )
    assert rules.gaps(spans(NIGHT), [], at("2026-11-24 09:00")) == []


hours = some.integers(0, 14 * 24)
shifts = some.lists(some.tuples(hours, some.integers(1, 72)), max_size=8)


@given(shifts)
def test_each_hour_is_wanted_and_covered_or_left(covered: list[tuple[int, int]]) -> None:
    """Against every hour asked by itself."""
    taken = [(MONDAY + begin * HOUR, MONDAY + (begin + length) * HOUR) for begin, length in covered]
    wanted = list(rules.out_of_hours(MONDAY.date(), 14, england_and_wales().is_working_day))
    left = rules.gaps(wanted, taken, MONDAY)

    def holds(spans: list[rules.Span], moment: datetime) -> bool:
        return any(begin <= moment < end for begin, end in spans)

    for hour in range(14 * 24):
        moment = MONDAY + hour * HOUR
        day = moment.date()
        office = england_and_wales().is_working_day(day) and 9 <= moment.hour < 17
        assert holds(left, moment) == (not office and not holds(taken, moment)), moment


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("2026-11-23 17:00", "2026-11-24 09:00", ""),
        ("2026-11-23 17:00", "2026-11-23 17:00", "ends"),
        ("2026-11-23 17:00", "2026-11-30 17:00", ""),
        ("2026-11-23 17:00", "2026-11-30 17:01", "ends"),
        ("2026-11-22 17:00", "2026-11-23 09:00", "ends"),
        ("2026-11-22 17:00", "2026-11-23 09:01", ""),
        ("2027-05-26 17:00", "2027-05-27 09:00", "starts"),
        ("2026-11-16 08:59", "2026-11-24 09:00", "starts"),
    ],
)
def test_when_somebody_can_be_on_call(start: str, end: str, field: str) -> None:
    assert rules.wrong_span(at(start), at(end), NOW)[0] == field
