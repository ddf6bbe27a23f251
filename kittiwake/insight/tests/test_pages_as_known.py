"""The pages of measures beside what was known at a day. On real days: the clock of the database is one that no test moves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.utils.timezone import now

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.viewer import Viewer
from kittiwake.insight.disclosure.published import Quarter, quarters
from kittiwake.insight.models import KeptFigures
from kittiwake.insight.showing import Figures, MeasuresPage, Period
from kittiwake.insight.tests.test_pages import text
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date
from kittiwake.ui.dates import long_date, short_date
from tests.cast import Cast

DAY = timedelta(days=1)


def ago(days: int) -> date:
    return local_date(now()) - days * DAY


def an_episode(cast: Cast, child: Child, days_ago: int) -> Episode:
    noon = datetime.combine(ago(days_ago), datetime.min.time(), UTC) + timedelta(hours=12)
    away = {"reported": Moment(noon), "returned": Moment(noon + timedelta(hours=3))}
    return missing.report_past(child, **away, by=cast.system, at=now())


def long_known(days: int) -> None:
    """As if what is there had been taken in so many days ago."""
    with connection.cursor() as cursor:
        for table in ("record_entry", "missing_episode", "record_allocation", "record_child"):
            cursor.execute(f"UPDATE {table} SET kept_at = kept_at - %s", [days * DAY])


@pytest.fixture
def world(cast: Cast) -> Cast:
    """Two episodes known for ten days, of which one is struck out today, and two told of today."""
    first, _ = an_episode(cast, cast.ash, 20), an_episode(cast, cast.rowan, 19)
    long_known(10)
    missing.strike_out(first, reason="The wrong child", by=cast.system, at=now())
    an_episode(cast, cast.ash, 18)
    an_episode(cast, cast.briar, 17)
    return cast


ASKED = Period(ago(40), ago(12), ago(5))
PAGE, ROWS = f"/measures/P01/?{ASKED.query}", f"/measures/P01/rows/?{ASKED.query}"


def test_a_figure_stands_beside_what_it_was_known_to_be(world: Cast) -> None:
    page = text(world, "director", PAGE)
    assert '<p class="govuk-heading-xl govuk-!-margin-bottom-1">3</p>' in page
    assert f"As known at {long_date(ago(5))} this was 2." in page
    assert "Cases since then, of those you may see: 2 new, 1 struck out or no longer counted." in page
    assert page.count(f"As known at {short_date(ago(5))}") == 2  # by month and by team
    assert f"/measures/P01/rows/?{ASKED.query}".replace("&", "&amp;") in page


def test_in_the_list_it_has_a_column(world: Cast) -> None:
    director = world.user("director")
    with acting_as(director):
        rows = MeasuresPage(Figures(Viewer(director), ASKED)).rows
    (row,) = [row for row in rows if row[1] == "P01"]
    assert row[2:] == ["3", "", "2", "Neither higher nor lower is better"]


def test_before_anything_was_known_there_was_nothing(world: Cast) -> None:
    early = Period(ago(40), ago(12), ago(11))
    page = text(world, "director", f"/measures/P01/?{early.query}")
    assert f"As known at {long_date(ago(11))} this was 0." in page
    assert "3 new" in page


def test_nobody_is_told_of_cases_they_may_not_see(world: Cast) -> None:
    page = text(world, "outsider", PAGE)
    assert "this was the same." in page
    assert "Cases since then" not in page
    assert "Ash Alder" not in text(world, "outsider", ROWS)


def test_each_row_says_what_has_become_of_it(world: Cast) -> None:
    page = text(world, "director", ROWS)
    assert f"Since {short_date(ago(5))}" in page
    assert [page.count(f">{word}<") for word in ("New", "No longer counted", "As it was")] == [2, 1, 1]
    assert PAGE.replace("&", "&amp;") in page  # the way back keeps what was asked


def test_whoever_sees_no_child_is_shown_nothing_beside_what_was_known(world: Cast) -> None:
    """What two days differ by would be a few."""
    page = text(world, "member", PAGE)
    assert f"As known at {long_date(ago(5))}" not in page
    assert "Cases since then" not in page
    assert f"As known at {short_date(ago(5))}" not in page


def test_what_is_recorded_late_does_not_change_what_was_published(world: Cast) -> None:
    """The lead member who looks again tomorrow sees what they saw today."""
    quarter = Quarter.beginning(quarters(local_date(now()))[0])
    since = (local_date(now()) - quarter.last).days + 20
    for child in (world.ash, world.briar, world.rowan, world.hazel):
        for earlier in range(6):
            an_episode(world, child, since + 2 * earlier)
    before = text(world, "member", "/measures/P01/")
    assert '<p class="govuk-heading-xl govuk-!-margin-bottom-1">24</p>' in before
    an_episode(world, world.ash, since + 1)
    with acting_as_system():
        KeptFigures.objects.all().delete()
    assert main(text(world, "member", "/measures/P01/")) == main(before)


def main(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (-2, "The day it was known must be today or in the past"),
        (13, "The day it was known must be the last day of the period or a later day"),
    ],
)
def test_a_day_it_cannot_have_been_known_is_refused(cast: Cast, known: int, said: str) -> None:
    asked = Period(ago(40), ago(12), ago(known))
    page = text(cast, "director", f"/measures/P01/?{asked.query}", 422)
    assert page.count(said) == 2  # in the summary, and beside the question
    assert "As known at 3" not in page


def test_a_day_that_is_none_is_refused(cast: Cast) -> None:
    asked = {"known_day": "31", "known_month": "2", "known_year": "2026"}
    page = text(cast, "director", f"/measures/P01/?{Period(ago(40), ago(12)).query}&{urlencode(asked)}", 422)
    assert "The day it was known must be a real date" in page
