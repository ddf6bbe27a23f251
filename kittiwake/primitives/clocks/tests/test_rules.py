"""Deadlines, read aloud: what started the clock, the limit, when it is due."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kittiwake.primitives.clocks import rules
from kittiwake.primitives.clocks.rules import (
    OutsideCalendar,
    SchoolCalendar,
    Standard,
    State,
    Term,
    days,
    hours,
    months,
    school_days,
    working_days,
)
from kittiwake.time.calendar import published
from kittiwake.time.moments import LONDON, local_date, start_of

CALENDAR = published()


def standard(within, **changes):
    details = {"key": "example.duty", "title": "Example duty", "source": "Made up for this test"}
    return Standard(within=within, **{**details, **changes})


def london(text):
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def midnight(day):
    return start_of(day)


def school():
    return SchoolCalendar(
        "Example Academy",
        [
            Term(date(2025, 9, 3), date(2025, 12, 19)),
            Term(date(2026, 1, 5), date(2026, 3, 27)),
            Term(date(2026, 4, 13), date(2026, 7, 21)),
        ],
        closed=[date(2026, 2, day) for day in (16, 17, 18, 19, 20)] + [date(2026, 1, 5)],
        bank_holidays=CALENDAR,
    )


@pytest.mark.parametrize(
    ("what", "triggered_on", "within", "due_on"),
    [
        ("strategy discussion to conference, over Easter", "2025-04-10", working_days(15), "2025-05-06"),
        ("conference to first core group, over Easter", "2025-04-10", working_days(10), "2025-04-28"),
        ("conference to first review", "2025-04-10", months(3), "2025-07-10"),
        ("referral to assessment, over two holidays", "2026-03-02", working_days(45), "2026-05-07"),
        ("entering care to first review, over Christmas", "2026-12-18", working_days(20), "2027-01-20"),
        ("strategy discussion on Christmas Eve", "2026-12-24", working_days(15), "2027-01-19"),
        ("referral on a Saturday before a bank holiday", "2026-05-02", working_days(1), "2026-05-05"),
        ("emergency placement, notice over Christmas", "2025-12-19", working_days(5), "2025-12-30"),
        ("review on the 31st, next month is shorter", "2026-01-31", months(1), "2026-02-28"),
        ("review on the 31st in a leap year", "2028-01-31", months(1), "2028-02-29"),
        ("review at the end of November, three months", "2026-11-30", months(3), "2027-02-28"),
        ("twelve months is the same day next year", "2026-05-31", months(12), "2027-05-31"),
        ("by the end of the same day", "2026-05-02", days(0), "2026-05-02"),
        ("seven days include a weekend", "2026-05-01", days(7), "2026-05-08"),
        ("sixth school day, over a bank holiday", "2026-04-27", school_days(6), "2026-05-06"),
        ("sixth school day, over half term", "2026-02-12", school_days(6), "2026-02-27"),
        ("first school day of spring is a training day", "2025-12-19", school_days(1), "2026-01-06"),
        ("excluded in the Easter holiday", "2026-04-01", school_days(1), "2026-04-13"),
    ],
)
def test_it_is_due_at_the_end_of(what, triggered_on, within, due_on):
    answer = rules.due(standard(within), london(f"{triggered_on}T10:30"), calendar=CALENDAR, school=school())
    assert answer.due_at == london(f"{due_on}T23:59:59.999999"), what


@pytest.mark.parametrize(
    ("what", "started", "within", "due_at"),
    [
        ("Christmas and two bank holidays count", "2027-12-24T21:15", hours(72), "2027-12-27T21:15"),
        ("clocks go forward in between", "2026-03-28T12:00", hours(72), "2026-03-31T13:00"),
        ("clocks go back in between", "2026-10-24T12:00", hours(72), "2026-10-27T11:00"),
        ("a day that has 23 hours", "2026-03-28T20:00", hours(24), "2026-03-29T21:00"),
        ("through a weekend", "2026-05-01T17:05", hours(48), "2026-05-03T17:05"),
    ],
)
def test_hours_run_through_nights_and_holidays(what, started, within, due_at):
    answer = rules.due(standard(within), london(started), calendar=CALENDAR)
    assert answer.due_at == london(due_at), what
    assert answer.due_at - london(started).astimezone(UTC) == timedelta(hours=within.count)


def test_hours_count_the_repeated_hour_of_autumn_once_each():
    second_half_past_one = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1)
    answer = rules.due(standard(hours(24)), second_half_past_one, calendar=CALENDAR)
    assert answer.due_at == london("2026-10-26T01:30")


def test_hours_run_from_the_next_midnight_when_only_the_day_is_known():
    answer = rules.due(standard(hours(72)), midnight(date(2026, 5, 1)), calendar=CALENDAR, time_known=False)
    assert answer.due_at == london("2026-05-05T00:00")
    assert answer.time_was_known is False


def test_an_unknown_hour_changes_nothing_for_a_limit_in_days():
    known = rules.due(standard(working_days(5)), london("2026-05-01T09:00"), calendar=CALENDAR)
    unknown = rules.due(
        standard(working_days(5)), midnight(date(2026, 5, 1)), calendar=CALENDAR, time_known=False
    )
    assert unknown.due_at == known.due_at
    assert (known.time_was_known, unknown.time_was_known) == (True, False)


def test_the_day_of_a_trigger_is_its_day_in_london():
    just_after_midnight = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    answer = rules.due(standard(days(0)), just_after_midnight, calendar=CALENDAR)
    assert answer.due_at.date() == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("within", "triggered_on", "sentence"),
    [
        (working_days(5), date(2011, 12, 30), "Bank holidays are known from"),
        (working_days(5), date(2028, 12, 28), "too short to count 5 days on from 28 December 2028"),
        (school_days(6), date(2025, 8, 20), "Term dates of Example Academy are known from 3 September 2025"),
        (school_days(6), date(2026, 7, 20), "too short to count 6 days on from 20 July 2026"),
    ],
)
def test_it_refuses_to_guess_beyond_the_calendar(within, triggered_on, sentence):
    with pytest.raises(OutsideCalendar, match=sentence):
        rules.due(standard(within), midnight(triggered_on), calendar=CALENDAR, school=school())


def test_it_refuses_school_days_without_a_school():
    with pytest.raises(OutsideCalendar, match="add the term dates of the school first"):
        rules.due(standard(school_days(6)), midnight(date(2026, 5, 1)), calendar=CALENDAR, time_known=False)


def test_hours_days_and_months_need_no_holidays():
    for within in (hours(72), days(28), months(6)):
        assert rules.due(standard(within), midnight(date(2040, 1, 1)), calendar=CALENDAR).due_at.year == 2040


def test_a_councils_closure_lengthens_its_own_standards_and_no_others():
    shut = CALENDAR.with_closures([date(2026, 12, 29), date(2026, 12, 30), date(2026, 12, 31)])
    trigger = midnight(date(2026, 12, 24))
    national = rules.due(standard(working_days(1)), trigger, calendar=shut)
    local = rules.due(standard(working_days(1), local=True), trigger, calendar=shut)
    assert local_date(national.due_at) == date(2026, 12, 29)
    assert local_date(local.due_at) == date(2027, 1, 4)


def test_it_refuses_a_moment_without_a_zone():
    with pytest.raises(ValueError, match="time zone"):
        rules.due(standard(hours(72)), datetime(2026, 5, 1, 9, 0), calendar=CALENDAR)  # noqa: DTZ001


DUE_AT, SOON_AT = london("2026-05-05T12:00"), london("2026-05-04T12:00")


@pytest.mark.parametrize(
    ("stopped_at", "at", "expected"),
    [
        (None, "2026-05-03T09:00", State.RUNNING),
        (None, "2026-05-04T11:59", State.RUNNING),
        (None, "2026-05-04T12:00", State.DUE_SOON),
        (None, "2026-05-05T12:00", State.DUE_SOON),
        (None, "2026-05-05T12:01", State.OVERDUE),
        ("2026-05-05T12:00", "2026-05-09T09:00", State.STOPPED_IN_TIME),
        ("2026-05-05T12:01", "2026-05-09T09:00", State.STOPPED_LATE),
        ("2026-05-04T10:00", "2026-05-04T10:00", State.STOPPED_IN_TIME),
        ("2026-05-06T12:00", "2026-05-06T12:00", State.STOPPED_LATE),
        ("2026-05-08T12:00", "2026-05-07T09:00", State.OVERDUE),
        ("2026-05-08T12:00", "2026-05-03T09:00", State.RUNNING),
    ],
)
def test_the_state_of_a_clock_at_a_time(stopped_at, at, expected):
    stopped_at = stopped_at and london(stopped_at)
    assert rules.state(DUE_AT, stopped_at, london(at), SOON_AT) is expected
    assert rules.is_overdue(DUE_AT, stopped_at, london(at)) == (expected is State.OVERDUE)


def test_remaining_is_time_left_and_goes_below_zero():
    assert rules.remaining(DUE_AT, london("2026-05-05T09:30")) == timedelta(hours=2, minutes=30)
    assert rules.remaining(DUE_AT, london("2026-05-06T12:00")) == timedelta(days=-1)


@pytest.mark.parametrize(
    ("within", "soon_at"),
    [
        (hours(72), "2026-06-03T09:00"),
        (hours(24), "2026-06-02T01:00"),
        (hours(168), "2026-06-07T09:00"),
        (working_days(1), "2026-06-01T09:00"),
        (working_days(2), "2026-06-02T00:00"),
        (working_days(5), "2026-06-05T00:00"),
        (working_days(15), "2026-06-17T00:00"),
        (working_days(45), "2026-07-27T00:00"),
        (days(7), "2026-06-07T00:00"),
        (days(0), "2026-06-01T09:00"),
        (months(3), "2026-08-18T00:00"),
    ],
)
def test_it_says_due_soon_from(within, soon_at):
    answer = rules.due(standard(within), london("2026-06-01T09:00"), calendar=CALENDAR)
    assert answer.due_soon_at == london(soon_at)
