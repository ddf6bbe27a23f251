"""What must hold for every trigger and every limit, whatever the dates."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kittiwake.primitives.clocks import rules
from kittiwake.primitives.clocks.rules import (
    Duration,
    SchoolCalendar,
    Standard,
    State,
    Term,
    Unit,
    days,
    hours,
    working_days,
)
from kittiwake.time.calendar import england_and_wales, published
from kittiwake.time.moments import LONDON, add_months
from kittiwake.time.tests.holidays_by_hand import bank_holidays, walk

CALENDAR, WHOLE = published(), england_and_wales()
HOLIDAYS = frozenset().union(*(bank_holidays(year) for year in range(2012, 2029)))
SCHOOL = SchoolCalendar(
    "Example Academy",
    [
        Term(date(2025, 9, 3), date(2025, 12, 19)),
        Term(date(2026, 1, 5), date(2026, 3, 27)),
        Term(date(2026, 4, 13), date(2026, 7, 21)),
    ],
    closed=[date(2025, 10, day) for day in range(27, 32)],
    bank_holidays=CALENDAR,
)

known_days = st.dates(date(2012, 1, 1), date(2028, 6, 30))
moments = st.datetimes(datetime(2012, 1, 1), datetime(2028, 6, 30), timezones=st.just(UTC))  # noqa: DTZ001
limits = st.integers(1, 90)
units = st.sampled_from([Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS])


def due_at(within, at, time_known=True):
    standard = Standard(
        key="example.duty", title="Example duty", within=within, source="Made up for this test"
    )
    return rules.due(standard, at, calendar=CALENDAR, time_known=time_known, school=SCHOOL)


def fits(unit, count):
    assume(unit is not Unit.MONTHS or count <= 24)
    return Duration(count, unit)


@given(moments, limits, units, st.booleans())
def test_it_is_never_due_before_the_trigger_nor_soon_before_it_is_running(at, count, unit, time_known):
    answer = due_at(fits(unit, count), at, time_known)
    assert at <= answer.due_soon_at <= answer.due_at


@given(moments, limits)
def test_working_days_are_never_due_on_a_weekend_or_a_holiday(at, count):
    due_on = due_at(working_days(count), at).due_at.date()
    assert due_on.weekday() < 5
    assert due_on not in HOLIDAYS


@given(moments, limits)
def test_working_days_agree_with_walking_the_days(at, count):
    due_on = due_at(working_days(count), at).due_at.date()
    assert due_on == walk(at.astimezone(LONDON).date(), count, HOLIDAYS)
    assert CALENDAR.working_days_between(at.astimezone(LONDON).date(), due_on) == count


@given(moments, moments, limits, units)
def test_a_later_trigger_is_never_due_sooner(one, other, count, unit):
    first, second = sorted((one, other))
    within = fits(unit, count)
    assert due_at(within, first).due_at <= due_at(within, second).due_at


@given(moments, limits, units)
def test_a_longer_limit_is_always_due_later(at, count, unit):
    assert due_at(fits(unit, count), at).due_at < due_at(fits(unit, count + 1), at).due_at


@given(moments, st.integers(1, 24 * 60))
def test_hours_are_elapsed_hours_whatever_the_clocks_do(at, count):
    assert due_at(hours(count), at).due_at.astimezone(UTC) - at == timedelta(hours=count)


@given(moments, limits)
def test_an_unknown_hour_is_never_due_sooner_than_any_hour_of_that_day(at, count):
    assert due_at(hours(count), at, time_known=False).due_at >= due_at(hours(count), at).due_at


@given(moments, limits, st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS]))
def test_days_run_out_at_the_end_of_a_day_in_london(at, count, unit):
    ends_at = due_at(fits(unit, count), at).due_at
    next_midnight = ends_at + timedelta(microseconds=1)
    assert (ends_at.hour, ends_at.minute) == (23, 59)
    assert (next_midnight.hour, next_midnight.minute) == (0, 0)


@given(known_days, st.integers(1, 24))
def test_months_keep_the_day_or_take_the_last_of_a_shorter_month(day, count):
    later = add_months(day, count)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@given(moments, st.integers(0, 400))
def test_calendar_days_are_calendar_days(at, count):
    assert due_at(days(count), at).due_at.date() - at.astimezone(LONDON).date() == timedelta(days=count)


@given(st.dates(date(2025, 9, 3), date(2026, 6, 1)), st.integers(1, 30))
def test_school_days_agree_with_walking_the_days(day, count):
    expected, left = day, count
    while left:
        expected += timedelta(days=1)
        left -= SCHOOL.is_school_day(expected)
    assert SCHOOL.add_school_days(day, count) == expected


@given(moments, limits, moments, st.none() | moments)
def test_a_clock_is_in_exactly_one_state_and_only_time_moves_it_on(at, count, asked_at, stopped_at):
    answer = due_at(working_days(count), at)
    now = rules.state(answer.due_at, stopped_at, asked_at, answer.due_soon_at)
    later = rules.state(answer.due_at, stopped_at, asked_at + timedelta(days=9), answer.due_soon_at)
    ladder = [State.RUNNING, State.DUE_SOON, State.OVERDUE, State.STOPPED_IN_TIME, State.STOPPED_LATE]
    assert ladder.index(now) <= ladder.index(later)


@given(moments, st.integers(1, 12))
def test_working_days_beyond_the_list_are_refused_by_the_list(at, years):
    beyond = at.replace(year=CALENDAR.last.year + years, day=min(at.day, 28))
    with pytest.raises(rules.OutsideCalendar, match="Bank holidays are known from"):
        due_at(working_days(1), beyond)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 6, 30), timezones=st.just(UTC)), limits)  # noqa: DTZ001
def test_every_real_day_has_its_due_day_and_says_whether_its_holidays_are_published(at, count):
    standard = Standard(
        key="example.duty", title="Example duty", within=working_days(count), source="Made up"
    )
    answer = rules.due(standard, at, calendar=WHOLE)
    due_on = answer.due_at.astimezone(LONDON).date()
    assert WHOLE.working_days_between(at.astimezone(LONDON).date(), due_on) == count
    assert answer.holidays_known == (due_on <= CALENDAR.last)
    listed = CALENDAR.first <= at.astimezone(LONDON).date() and due_on <= CALENDAR.last
    assert not listed or answer.due_at == rules.due(standard, at, calendar=CALENDAR).due_at


@pytest.mark.parametrize("within", [hours(72), days(7), working_days(10), rules.months(6)])
@pytest.mark.parametrize("at", [datetime(9999, 12, 31, 23, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC)])
def test_an_impossible_day_is_refused_in_a_sentence_or_counted_and_never_breaks(within, at):
    standard = Standard(key="example.duty", title="Example duty", within=within, source="Made up")
    try:
        answer = rules.due(standard, at, calendar=WHOLE)
    except rules.OutsideCalendar:
        return
    assert answer.due_at >= at
