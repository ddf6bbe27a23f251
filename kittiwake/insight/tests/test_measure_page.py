"""The page of one measure: its charts, with what they rest on, and what each role is shown of them."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine as clock
from django.db import connection

from conftest import MovedClock
from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.viewer import Viewer
from kittiwake.insight.disclosure import Sizes, published
from kittiwake.insight.measure.periods import month_not_over, months_drawn, over_months
from kittiwake.insight.measure.showing import MeasurePage
from kittiwake.insight.measure.without_chart import why_no_months, why_no_teams
from kittiwake.insight.rules import Figure
from kittiwake.insight.showing import Figures, Period
from kittiwake.insight.tests.test_pages import NOVEMBER, text
from kittiwake.practice.missing import recording as missing
from kittiwake.primitives.measures import catalogue
from kittiwake.time.moments import Moment
from tests.cast import Cast

AT = datetime(2026, 11, 30, 18, 0, tzinfo=UTC)
YEAR = Period(date(2025, 12, 1), date(2026, 11, 30))
P01 = catalogue.measures()["P01"]


@pytest.fixture(scope="module")
def busy_of_module(cast_of_module: Cast, django_db_blocker) -> Cast:
    """Six or seven episodes a month for two years, but for two in June 2026 and eighteen in October."""
    cast = deepcopy(cast_of_module)
    moved = clock.travel(AT, tick=False)
    with django_db_blocker.unblock(), moved, connection.execute_wrapper(MovedClock()), acting_as_system():
        for months_ago in range(24):
            year, month = divmod(2026 * 12 + 10 - months_ago, 12)
            many = {(2026, 5): 2, (2026, 9): 18}.get((year, month), 6 + months_ago % 2)
            for number in range(many):
                _episode(cast, datetime(year, month + 1, number + 1, 8, tzinfo=UTC), number)
    return cast


@pytest.fixture
def busy(busy_of_module: Cast, db: None, time_machine) -> Cast:
    time_machine.move_to(AT, tick=False)
    return deepcopy(busy_of_module)


def _episode(cast: Cast, at: datetime, number: int) -> None:
    child = (cast.ash, cast.briar, cast.rowan)[number % 3]
    away = {"reported": Moment(at), "returned": Moment(at + timedelta(minutes=40))}
    missing.report_past(child, **away, by=cast.system, at=AT)


def shown(cast: Cast, who: str, period: Period = YEAR) -> MeasurePage:
    user = cast.user(who)
    return MeasurePage(P01, Figures(Viewer(user), period))


def test_it_is_drawn_over_two_years_with_a_sentence_and_a_table(busy: Cast) -> None:
    page = text(busy, "director", f"/measures/P01/?{YEAR.query}")
    assert (
        page.count('<svg xmlns="http://www.w3.org/2000/svg" class="kw-chart') == 1
    )  # counts of teams are not compared
    assert "October 2026 is above these limits, which is different from usual." in page
    assert "December 2024" in page
    assert "month=2024-12" in page  # each month opens
    assert "Teams are not compared by it." in page


def test_a_month_opens_to_its_rows_also_before_the_period(busy: Cast) -> None:
    page = text(busy, "director", f"/measures/P01/?{YEAR.query}")
    (rows,) = re.findall(r'href="(/measures/P01/rows/[^"]*month=2024-12)"', page)
    assert text(busy, "director", rows.replace("&amp;", "&")).count("<tr") == 1 + 7


def test_nobody_sees_a_chart_of_children_they_may_not_see(busy: Cast) -> None:
    with acting_as(busy.user("outsider")):
        of_rowan = shown(busy, "outsider").months_now
    with acting_as(busy.user("director")):
        every = shown(busy, "director").months_now
    assert sum(month.numerator for month in of_rowan) < sum(month.numerator for month in every)


def test_a_lead_member_is_drawn_the_months_of_quarters_that_were_published(busy: Cast) -> None:
    """What was hidden there leaves a gap here, and a quarter that nobody has published yet is not counted for it."""
    with acting_as_system():
        quarters = published.quarters(AT.date())[:3]
        every = [published.figures(published.Quarter.beginning(first), Sizes()) for first in quarters]
    page = text(busy, "member", f"/measures/P01/?{YEAR.query}")
    assert "/rows/" not in page
    with acting_as(busy.user("member")):
        months = shown(busy, "member").months_now
    there = {figure.group: figure for each in every for figure in each.of("P01", "month")}
    assert {month.group: month for month in months} == there
    assert any(month.is_hidden for month in months)


def test_a_page_of_one_month_is_drawn_over_two_years_as_well(busy: Cast) -> None:
    page = text(busy, "director", f"/measures/P01/?{NOVEMBER}")
    assert '<p class="govuk-heading-xl govuk-!-margin-bottom-1">6</p>' in page
    assert "December 2024" in page


def test_of_cases_without_a_team_it_says_how_many(busy: Cast) -> None:
    page = " ".join(text(busy, "director", f"/measures/P01/?{YEAR.query}").split())
    assert 'Cases of no team</dt> <dd class="govuk-summary-list__value">None<' in page


def test_where_nothing_counts_it_says_so_and_draws_nothing(cast: Cast, time_machine) -> None:
    time_machine.move_to(AT, tick=False)
    page = text(cast, "director", f"/measures/P26/?{YEAR.query}")
    assert "Nothing counts in these months." in page
    assert "Nothing counts for any team." in page
    assert "<svg xmlns" not in page


HIDDEN = Figure("2026-10", None, None, None, is_hidden=True)


def test_why_there_is_no_chart() -> None:
    share = catalogue.measures()["P11"]
    assert "so small that they are hidden" in why_no_months([HIDDEN])
    assert "fewer than 3 months" in why_no_months([HIDDEN, Figure("2026-11", 20, None, 20.0)])
    assert "it takes two teams with 10 or more" in why_no_teams(share, [Figure("1", 8, 20, 0.4)])


@pytest.mark.parametrize(
    ("first", "last", "drawn"),
    [
        (date(2025, 11, 30), date(2026, 11, 30), date(2024, 12, 1)),
        (date(2026, 11, 1), date(2026, 11, 30), date(2024, 12, 1)),
        (date(2020, 5, 17), date(2026, 11, 30), date(2020, 5, 1)),
    ],
)
def test_it_is_drawn_over_two_years_of_whole_months_or_the_period(first, last, drawn) -> None:
    assert over_months(Period(first, last, last)) == Period(drawn, last, last)


def test_no_more_months_are_drawn_than_can_be_told_apart() -> None:
    months = [Figure(f"{2018 + month // 12}-{month % 12 + 1:02}", 1, None, 1.0) for month in range(80)]
    assert months_drawn(months) == months[20].group
    assert months_drawn(months[:60]) == ""


@pytest.mark.parametrize(
    ("last", "today", "month"),
    [
        (date(2026, 11, 30), date(2026, 12, 1), ""),
        (date(2026, 11, 30), date(2026, 11, 30), "2026-11"),
        (date(2026, 11, 29), date(2026, 12, 5), "2026-11"),
    ],
)
def test_a_month_is_judged_when_it_is_over_and_all_there(last, today, month) -> None:
    assert month_not_over(Period(date(2026, 1, 1), last), today) == month
