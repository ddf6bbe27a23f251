import random
import socket
from datetime import UTC, date, datetime, timedelta

import pytest

from kittiwake.time.calendar import OutsideCalendar, WorkingCalendar, england_and_wales, published
from kittiwake.time.holidays import by_rule
from kittiwake.time.school import SchoolCalendar, Term
from kittiwake.time.tests.holidays_by_hand import PROCLAIMED, bank_holidays, easter, walk

CALENDAR, WHOLE = published(), england_and_wales()
YEARS = range(CALENDAR.first.year, CALENDAR.last.year + 1)


def every_day(year):
    return [
        date(year, 1, 1) + timedelta(days=offset)
        for offset in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    ]


@pytest.mark.parametrize(
    ("year", "holidays"),
    [
        (2024, "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec"),
        (2025, "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec"),
        (2026, "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec"),
        (2027, "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec"),
    ],
)
def test_it_knows_the_bank_holidays_of(year, holidays):
    expected = [
        datetime.strptime(f"{day} {year}", "%d %b %Y").replace(tzinfo=UTC).date()
        for day in holidays.split(", ")
    ]
    assert [day for day in every_day(year) if CALENDAR.is_bank_holiday(day)] == expected


@pytest.mark.parametrize("year", YEARS)
def test_the_published_list_agrees_with_the_rules_of_bank_holidays(year):
    assert {day for day in every_day(year) if CALENDAR.is_bank_holiday(day)} == bank_holidays(year)


@pytest.mark.parametrize("year", YEARS)
def test_the_rule_agrees_with_the_published_list_but_for_what_was_proclaimed(year):
    away, added = PROCLAIMED.get(year, (set(), set()))
    listed = {day for day in every_day(year) if CALENDAR.is_bank_holiday(day)}
    assert by_rule(year) == (listed | away) - added


@pytest.mark.parametrize("year", [*range(1990, 2012), *range(2029, 2101)])
def test_years_that_are_not_published_go_by_the_rule_and_say_so(year):
    once = {1995: {date(1995, 5, 1), date(1995, 5, 8)}, 1999: {date(1999, 12, 31)}, 2011: {date(2011, 4, 29)}}
    once[2002] = {date(2002, 5, 27), date(2002, 6, 3), date(2002, 6, 4)}
    holidays = {day for day in every_day(year) if WHOLE.is_bank_holiday(day)}
    assert holidays ^ bank_holidays(year) == once.get(year, set())
    assert WHOLE.is_published(date(year, 6, 1)) == (year < 2029)


@pytest.mark.parametrize("year", YEARS)
def test_christmas_day_and_good_friday_are_never_working_days(year):
    assert not CALENDAR.is_working_day(date(year, 12, 25))
    assert not CALENDAR.is_working_day(easter(year) - timedelta(days=2))


def test_it_covers_whole_years_and_needs_no_network(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("The calendar tried to use the network.")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    calendar = published.__wrapped__()
    assert (calendar.first, calendar.last.month, calendar.last.day) == (date(2012, 1, 1), 12, 31)
    assert calendar.last.year >= 2028


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2026-05-01", "2026-05-01", 0),
        ("2026-05-01", "2026-05-02", 0),
        ("2026-05-01", "2026-05-05", 1),
        ("2026-05-02", "2026-05-05", 1),
        ("2026-03-02", "2026-05-07", 45),
        ("2026-05-05", "2026-05-01", -1),
    ],
)
def test_it_counts_working_days_between(start, end, count):
    assert CALENDAR.working_days_between(date.fromisoformat(start), date.fromisoformat(end)) == count


def test_it_agrees_with_walking_a_hundred_thousand_times_and_refuses_the_rest():
    """Any day of 2000 to 2050: inside the list the walk's answer, outside it a refusal."""
    chance = random.Random(12)
    holidays = frozenset().union(*(bank_holidays(year) for year in YEARS))
    days = [day for year in range(2000, 2051) for day in every_day(year)]
    refused = 0
    for _ in range(100_000):
        day, n = chance.choice(days), chance.randint(1, 60)
        known = CALENDAR.first <= day <= CALENDAR.last
        expected = walk(day, n, holidays) if known else None
        if expected is None or expected > CALENDAR.last:
            refused += 1
            with pytest.raises(OutsideCalendar):
                CALENDAR.add_working_days(day, n)
        else:
            assert CALENDAR.add_working_days(day, n) == expected
    assert 50_000 < refused < 80_000


def test_it_refuses_days_it_does_not_know_in_one_sentence():
    sentence = "Bank holidays are known from 1 January 2012 to 31 December .*, and 31 December 2011 is outside those dates"
    for ask in (
        lambda day: CALENDAR.is_working_day(day),
        lambda day: CALENDAR.is_bank_holiday(day),
        lambda day: CALENDAR.add_working_days(day, 1),
        lambda day: CALENDAR.working_days_between(day, date(2012, 1, 3)),
        lambda day: CALENDAR.with_closures([day]),
    ):
        with pytest.raises(OutsideCalendar, match=sentence):
            ask(date(2011, 12, 31))


def test_it_refuses_to_count_no_days():
    with pytest.raises(ValueError, match="at least 1 day"):
        CALENDAR.add_working_days(date(2026, 5, 1), 0)


def test_it_refuses_a_moment_in_place_of_a_day():
    with pytest.raises(TypeError, match="not a moment"):
        CALENDAR.is_working_day(datetime(2026, 5, 1, tzinfo=UTC))


def test_a_council_may_close_on_further_days():
    shut = CALENDAR.with_closures([date(2026, 12, 29)])
    assert shut.add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 30)
    assert shut.statutory.add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 29)
    assert not shut.is_bank_holiday(date(2026, 12, 29))
    assert CALENDAR.statutory is CALENDAR


def test_closures_add_up():
    shut = CALENDAR.with_closures([date(2026, 12, 29)]).with_closures([date(2026, 12, 30)])
    assert shut.add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 31)


def test_a_new_year_of_holidays_can_be_added():
    following = CALENDAR.last.year + 1
    longer = CALENDAR.with_year(following, bank_holidays(following))
    new_years_eve = CALENDAR.last
    assert longer.add_working_days(new_years_eve, 3) == walk(new_years_eve, 3, bank_holidays(following))
    with pytest.raises(OutsideCalendar):
        CALENDAR.add_working_days(new_years_eve, 3)


@pytest.mark.parametrize(
    ("years", "sentence"),
    [
        ({}, "at least one year"),
        ({2026: bank_holidays(2026), 2028: bank_holidays(2028)}, "follow on from each other"),
        ({2026: set(list(bank_holidays(2026))[:7])}, "all the bank holidays of 2026"),
        ({2026: bank_holidays(2027)}, "all in 2026"),
    ],
)
def test_it_refuses_a_list_with_gaps(years, sentence):
    with pytest.raises(ValueError, match=sentence):
        WorkingCalendar(years)


AUTUMN, SPRING = Term(date(2025, 9, 3), date(2025, 12, 19)), Term(date(2026, 1, 5), date(2026, 3, 27))
SUMMER = Term(date(2026, 4, 13), date(2026, 7, 21))


def test_a_school_day_is_in_term_and_not_a_day_off():
    school = SchoolCalendar(
        "Example Academy", [SUMMER, AUTUMN, SPRING], closed=[date(2026, 1, 5)], bank_holidays=CALENDAR
    )
    is_school_day = {
        date(2025, 9, 3): True,
        date(2025, 9, 6): False,
        date(2025, 12, 22): False,
        date(2026, 1, 5): False,
        date(2026, 1, 6): True,
        date(2026, 5, 4): False,
    }
    assert {day: school.is_school_day(day) for day in is_school_day} == is_school_day
    assert school.school_days_between(date(2025, 12, 18), date(2026, 1, 7)) == 3


def test_a_council_closing_its_offices_does_not_close_the_school():
    shut = CALENDAR.with_closures([date(2026, 1, 6)])
    assert SchoolCalendar("Example Academy", [SPRING], bank_holidays=shut).is_school_day(date(2026, 1, 6))


@pytest.mark.parametrize(
    ("terms", "sentence"),
    [
        ([], "Enter the term dates of Example Academy"),
        (
            [AUTUMN, SUMMER],
            "A term of Example Academy seems to be missing between 19 December 2025 and 13 April 2026",
        ),
        (
            [AUTUMN, Term(date(2025, 12, 19), date(2026, 3, 1))],
            "overlap: the next starts on 19 December 2025",
        ),
    ],
)
def test_it_refuses_term_dates_that_would_make_it_guess(terms, sentence):
    with pytest.raises(ValueError, match=sentence):
        SchoolCalendar("Example Academy", terms, bank_holidays=CALENDAR)


def test_a_holiday_of_ten_weeks_is_the_longest_believed():
    again = AUTUMN.last + timedelta(weeks=10)
    believed = SchoolCalendar("Example Academy", [AUTUMN, Term(again, again)], bank_holidays=CALENDAR)
    assert believed.add_school_days(AUTUMN.last, 1) == again
    later = again + timedelta(days=1)
    with pytest.raises(ValueError, match="seems to be missing"):
        SchoolCalendar("Example Academy", [AUTUMN, Term(later, later)], bank_holidays=CALENDAR)


def test_it_refuses_a_term_that_ends_before_it_starts():
    with pytest.raises(ValueError, match="ends before it starts"):
        Term(date(2026, 3, 27), date(2026, 1, 5))


def test_it_refuses_terms_beyond_the_bank_holidays():
    with pytest.raises(OutsideCalendar, match="Bank holidays are known"):
        SchoolCalendar("Example Academy", [Term(date(2045, 9, 1), date(2045, 12, 1))], bank_holidays=CALENDAR)
