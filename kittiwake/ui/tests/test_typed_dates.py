from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.time.moments import LONDON
from kittiwake.ui import dates
from kittiwake.ui.typed_dates import Unreadable, date_from_parts, london_moment, parse_date, parse_time

THIRD = date(2026, 11, 3)
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


@pytest.mark.parametrize(
    "typed",
    [
        "3/11/2026",
        "03/11/2026",
        " 3.11.2026 ",
        "3-11-2026",
        "3 11 2026",
        "3 Nov 2026",
        "3rd november 2026",
        "2026-11-03",
    ],
)
def test_it_reads_dates_day_first(typed):
    assert parse_date(typed) == THIRD


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("next Tuesday", "The date must be a date, like 3/11/2026 or 3 November 2026"),
        ("", "The date must be a date, like 3/11/2026 or 3 November 2026"),
        ("31/2/2026", "The date must be a real date"),
        ("3/13/2026", "The date must be a real date"),
        ("3/11/26", "The date must have a year of 4 numbers, like 2026"),
        ("3/11/1066", "The date must have a year between 1900 and 2100"),
        ("2026-02-30", "The date must be a real date"),
    ],
)
def test_it_refuses_dates_in_one_sentence(typed, message):
    with pytest.raises(Unreadable) as refused:
        parse_date(typed)
    assert str(refused.value) == message


@pytest.mark.parametrize("month", ["11", "Nov", "november", "NOVEM"])
def test_it_reads_the_three_boxes(month):
    assert date_from_parts(" 3", month, "2026 ") == THIRD


@pytest.mark.parametrize(
    ("typed", "message", "parts"),
    [
        (("3", "", "2026"), "It must include a month", ("month",)),
        (("3", "", ""), "It must include a month and year", ("month", "year")),
        (("32", "11", "2026"), "It must be a real date", ("day",)),
        (("3", "Ma", "2026"), "It must be a real date", ("month",)),
        (("three", "13", "2026"), "It must be a real date", ("day", "month")),
        (("٣", "11", "2026"), "It must be a real date", ("day",)),
        (("29", "2", "2027"), "It must be a real date", ("day", "month", "year")),
        (("3", "11", "26"), "It must have a year of 4 numbers, like 2026", ("year",)),
    ],
)
def test_it_says_which_box_to_mend(typed, message, parts):
    with pytest.raises(Unreadable) as refused:
        date_from_parts(*typed, called="It")
    assert (str(refused.value), refused.value.parts) == (message, parts)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("6.10pm", time(18, 10)),
        ("6:10 PM", time(18, 10)),
        ("6 10 p.m.", time(18, 10)),
        ("6pm", time(18)),
        ("610pm", time(18, 10)),
        ("12am", time(0)),
        ("12.30am", time(0, 30)),
        ("12pm", time(12)),
        ("18:10", time(18, 10)),
        ("18.10", time(18, 10)),
        ("1810", time(18, 10)),
        ("1810hrs", time(18, 10)),
        ("18:10 pm", time(18, 10)),
        ("06:10", time(6, 10)),
        ("0610", time(6, 10)),
        ("00:00", time(0)),
        ("midday", time(12)),
        ("Noon", time(12)),
        ("midnight", time(0)),
    ],
)
def test_it_reads_times(typed, at):
    assert parse_time(typed) == at


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("6:10", "The time must say am or pm, like 6:10pm or 06:10"),
        ("610", "The time must say am or pm, like 6:10pm or 06:10"),
        ("6", "The time must say am or pm, like 6pm, or give minutes, like 18:00"),
        ("teatime", "The time must be a time, like 6:10pm or 18:10"),
        ("", "The time must be a time, like 6:10pm or 18:10"),
        ("24:00", "The time must be a real time, like 6:10pm or 18:10"),
        ("18:60", "The time must be a real time, like 6:10pm or 18:10"),
        ("18am", "The time must be a real time, like 6:10pm or 18:10"),
        ("0pm", "The time must be a real time, like 6:10pm or 18:10"),
        ("99pm", "The time must be a real time, like 6:10pm or 18:10"),
    ],
)
def test_it_refuses_times_in_one_sentence(typed, message):
    with pytest.raises(Unreadable) as refused:
        parse_time(typed)
    assert str(refused.value) == message


def test_a_moment_is_kept_in_universal_time():
    moment = london_moment(date(2026, 7, 1), time(18, 10))
    assert moment == datetime(2026, 7, 1, 17, 10, tzinfo=UTC)
    assert moment.tzinfo is UTC


def test_it_refuses_an_hour_that_did_not_happen():
    with pytest.raises(Unreadable, match="On 29 March 2026 the clocks went forward, so there was no 1:30am"):
        london_moment(SPRING, time(1, 30))
    assert london_moment(SPRING, time(2)) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_it_takes_the_first_of_an_hour_that_happened_twice():
    assert london_moment(AUTUMN, time(1, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert london_moment(AUTUMN, time(1, 30), later=True) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@given(st.integers(0, 3_786_912_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)))
def test_what_is_written_can_be_read_back(at):
    wall = at.astimezone(LONDON).replace(second=0, microsecond=0)
    on, clock = parse_date(dates.long_date(at)), parse_time(dates.clock_time(at))
    assert london_moment(on, clock, later=bool(wall.fold)) == wall.astimezone(UTC)


@given(st.text(max_size=20))
def test_whatever_is_typed_is_read_or_refused(typed):
    for parse in (parse_date, parse_time):
        with suppress(Unreadable):
            assert parse(typed) is not None
