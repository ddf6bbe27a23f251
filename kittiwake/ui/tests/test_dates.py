from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.time.moments import LONDON, Moment
from kittiwake.ui import dates

TEN_PAST_SIX = datetime(2026, 3, 3, 6, 10, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_it_writes_dates():
    assert dates.long_date(TEN_PAST_SIX) == "3 March 2026"
    assert dates.short_date(date(2026, 9, 30)) == "30 Sep 2026"
    assert dates.weekday_date(TEN_PAST_SIX) == "Tuesday 3 March 2026"


def test_it_writes_moments():
    assert dates.long_moment(TEN_PAST_SIX) == "3 March 2026 at 6:10am"
    assert dates.short_moment(TEN_PAST_SIX) == "3 Mar 2026 at 6:10am"
    assert dates.weekday_moment(Moment(TEN_PAST_SIX)) == "Tuesday 3 March 2026 at 6:10am"


def test_it_says_when_a_time_is_not_known():
    assert dates.long_moment(Moment(TEN_PAST_SIX, time_known=False)) == "3 March 2026, time not known"


def test_everything_is_london_time():
    assert dates.long_moment(SUMMER) == "2 July 2026 at 12:30am"
    assert Moment(SUMMER).on == date(2026, 7, 2)


def test_it_refuses_a_moment_without_a_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        dates.long_moment(datetime(2026, 3, 3))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(0), "midnight"),
        (time(0, 1), "12:01am"),
        (time(6), "6am"),
        (time(6, 10), "6:10am"),
        (time(12), "midday"),
        (time(12, 5), "12:05pm"),
        (time(22, 15), "10:15pm"),
    ],
)
def test_it_writes_times(at, said):
    assert dates.clock_time(at) == said


@pytest.mark.parametrize(
    ("away", "said"),
    [
        (timedelta(seconds=20), "now"),
        (timedelta(minutes=1), "in 1 minute"),
        (timedelta(hours=5, minutes=59), "in 5 hours"),
        (timedelta(hours=47), "in 47 hours"),
        (timedelta(days=-2), "2 days ago"),
        (timedelta(days=-59), "59 days ago"),
        (timedelta(days=-61), "2 months ago"),
        (timedelta(days=-800), "2 years ago"),
    ],
)
def test_it_says_how_far_away_a_moment_is(away, said):
    assert dates.relative(NOW + away, NOW) == said


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 3, 3, 6, 10, tzinfo=LONDON), "due Tuesday 3 March 2026 at 6:10am, in 21 hours"),
        (datetime.combine(date(2026, 3, 3), time.max, LONDON), "due by Tuesday 3 March 2026, tomorrow"),
        (datetime.combine(date(2026, 3, 1), time.max, LONDON), "due by Sunday 1 March 2026, yesterday"),
        (datetime(2026, 3, 3, tzinfo=LONDON), "due Tuesday 3 March 2026 at midnight, in 15 hours"),
    ],
)
def test_what_is_owed_by_a_day_is_said_by_the_day(at, said):
    assert dates.due(at, datetime(2026, 3, 2, 9, tzinfo=LONDON)) == said


def test_it_counts_real_hours_across_a_clock_change():
    before = datetime(2026, 3, 28, 23, tzinfo=LONDON)
    after = datetime(2026, 3, 29, 3, tzinfo=LONDON)
    assert dates.relative(after, before) == "in 3 hours"


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (3, "in 3 days"), (-90, "3 months ago")],
)
def test_it_says_how_far_away_a_day_is(days, said):
    day = NOW + timedelta(days=days)
    assert dates.relative(day.date(), NOW) == said
    assert dates.relative(Moment(day, time_known=False), NOW) == said


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(seconds=5), "less than a minute"),
        (timedelta(minutes=40), "40 minutes"),
        (timedelta(hours=1, minutes=1), "1 hour 1 minute"),
        (timedelta(days=2, hours=5, minutes=3), "2 days 5 hours"),
        (timedelta(days=2, minutes=3), "2 days 3 minutes"),
    ],
)
def test_it_says_how_long_something_lasted(length, said):
    assert dates.duration(length) == said


@given(st.integers(0, 3_786_912_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)))
def test_a_moment_says_what_the_clock_on_the_wall_said(at):
    wall = at.astimezone(LONDON)
    assert dates.long_moment(at).startswith(f"{wall.day} {wall:%B} {wall.year} at ")
    assert dates.weekday_date(at).startswith(f"{wall:%A} ")


@pytest.mark.parametrize(
    "name",
    [
        "long_date",
        "short_date",
        "weekday_date",
        "clock_time",
        "long_moment",
        "short_moment",
        "weekday_moment",
        "relative",
    ],
)
def test_filters_say_nothing_of_nothing(name):
    assert Template("{% load govuk %}{{ at|" + name + " }}").render(Context({"at": None})) == ""


def test_filters_write_moments():
    template = Template("{% load govuk %}{{ at|weekday_moment }}, {{ at|short_date }}, {{ long|duration }}")
    said = template.render(Context({"at": TEN_PAST_SIX, "long": timedelta(hours=2)}))
    assert said == "Tuesday 3 March 2026 at 6:10am, 3 Mar 2026, 2 hours"
