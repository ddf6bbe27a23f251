"""Pages of measures: what each role is shown, and that every figure opens to its rows."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from kittiwake.access.models import Reading
from kittiwake.primitives.measures import catalogue
from tests.cast import Cast, signed_in

NOVEMBER = "first_day=1&first_month=11&first_year=2026&last_day=30&last_month=11&last_year=2026"


def text(cast: Cast, who: str, path: str, status: int = 200) -> str:
    response = signed_in(cast.user(who)).get(path)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.parametrize("who", ["partner", "support", "administrator", "young_person", "protection_officer"])
def test_measures_are_not_for_everybody(cast: Cast, who: str) -> None:
    for path in ("/measures/", "/measures/P01/", "/measures/P01/rows/"):
        text(cast, who, path, 403)


def test_the_figures_are_of_the_children_somebody_may_see(world: Cast) -> None:
    assert "40%" in text(world, "director", f"/measures/?{NOVEMBER}")  # P11: 2 of 5
    assert "2 of 5" in text(world, "director", f"/measures/P11/?{NOVEMBER}")
    assert "0 of 1" in text(world, "outsider", f"/measures/P11/?{NOVEMBER}")


def test_a_measure_says_what_it_counts_by_month_and_by_team(world: Cast) -> None:
    page = text(world, "director", f"/measures/P01/?{NOVEMBER}")
    for words in ("November 2026", "North team", "South team", "Why it matters", "Source"):
        assert words in page
    assert "team=" in page


def test_a_figure_opens_to_its_rows_and_that_is_logged(world: Cast) -> None:
    page = text(world, "director", f"/measures/P01/rows/?{NOVEMBER}&month=2026-11")
    assert page.count("Ash Alder") == 3
    assert "/missing/" in page
    reading = Reading.objects.get(page="insight:rows")
    assert reading.shown == sorted([world.ash.pk, world.briar.pk, world.rowan.pk])


def test_the_rows_of_one_team_are_its_own(world: Cast) -> None:
    page = text(world, "director", f"/measures/P01/rows/?{NOVEMBER}&team={world.south.pk}")
    assert "Rowan Reed" in page
    assert "Ash Alder" not in page


def test_nobody_reads_rows_of_children_they_may_not_see(world: Cast) -> None:
    page = text(world, "outsider", f"/measures/P01/rows/?{NOVEMBER}")
    assert "Rowan Reed" in page
    assert "Ash Alder" not in page


@pytest.fixture
def published(world: Cast, time_machine) -> Cast:
    """The quarter in which it happened is over, and its figures are published."""
    time_machine.move_to(datetime(2027, 1, 20, 9, tzinfo=UTC), tick=False)
    return world


def test_a_lead_member_is_shown_the_whole_council_without_small_numbers(published: Cast) -> None:
    page = text(published, "member", "/measures/P11/")
    assert (
        "1 October 2026 to 31 December 2026. All children of the council, as it was known on 20 January 2027"
        in words(page)
    )
    assert '<p class="govuk-heading-xl govuk-!-margin-bottom-1">c</p>' in page
    assert "“c” stands for a number that is not shown: one from 1 to 5" in words(page)
    assert "on this page are not shown" in words(page)
    assert "/rows/" not in page
    text(published, "member", "/measures/P11/rows/", 403)


@pytest.mark.parametrize(
    "asked",
    [
        NOVEMBER,
        f"{NOVEMBER}&known_day=1&known_month=12&known_year=2026",
        "quarter=2027-01-01",
        "quarter=2026-11-01",
        "quarter=soon",
        "",
    ],
)
def test_a_lead_member_who_asks_for_another_period_is_shown_the_newest_quarter(
    published: Cast, asked: str
) -> None:
    """A month less the same month to the day before would be one child."""
    page = words(
        text(
            published,
            "member",
            f"/measures/P01/?{asked}",
            422 if "soon" in asked or "2026-11" in asked or "2027" in asked else 200,
        )
    )
    assert "1 October 2026 to 31 December 2026." in page
    assert "this was" not in page


def test_a_lead_member_chooses_a_quarter_and_keeps_it(published: Cast) -> None:
    page = text(published, "member", "/measures/?quarter=2026-07-01")
    assert "1 July 2026 to 30 September 2026" in words(page)
    (there,) = re.findall(r'href="(/measures/P01/[^"]*)"', page)
    assert "1 July 2026 to 30 September 2026" in words(text(published, "member", unescape(there)))


def words(page: str) -> str:
    return " ".join(unescape(page).split())


# One measure of each way of counting, of entries, children and workers: each is shown, and opens, in its own way.
EACH_WAY = {(one.how, one.about): one.key for one in reversed(catalogue.measures().values())}


@pytest.mark.parametrize("key", sorted(EACH_WAY.values()))
def test_whatever_is_counted_has_its_page_and_its_rows(world: Cast, key: str) -> None:
    page = text(world, "director", f"/measures/{key}/?{NOVEMBER}")
    assert catalogue.measures()[key].title in unescape(page)
    rows = text(world, "director", f"/measures/{key}/rows/?{NOVEMBER}")
    assert rows.count("<tr") > 1  # something to read beneath the headings


def test_a_team_or_a_month_that_is_none_has_no_rows_or_is_not_asked_for(world: Cast) -> None:
    rows = f"/measures/P01/rows/?{NOVEMBER}"
    assert "Ash Alder" not in text(world, "director", f"{rows}&team=99999999999999999999")
    assert "Ash Alder" not in text(world, "director", f"{rows}&month=2026-13")
    assert "Ash Alder" in text(world, "director", f"{rows}&team=north&month=November")


@pytest.mark.parametrize(
    ("first_year", "said"),
    [("2015", "The period must be 10 years or less"), ("", "The first day must include a year")],
)
def test_a_period_that_cannot_be_counted_is_told_so(cast: Cast, first_year: str, said: str) -> None:
    asked = NOVEMBER.replace("first_year=2026", f"first_year={first_year}")
    assert said in text(cast, "director", f"/measures/?{asked}", 422)


def test_a_measure_there_is_not_is_not_found(cast: Cast) -> None:
    text(cast, "director", "/measures/P99/", 404)


def test_a_period_that_ends_before_it_begins_is_told_so(cast: Cast) -> None:
    turned = NOVEMBER.replace("last_month=11", "last_month=10")
    page = text(cast, "director", f"/measures/?{turned}", 422)
    assert "The last day must be the same as or after the first day" in page


def test_a_year_without_anything_says_so(cast: Cast) -> None:
    before = NOVEMBER.replace("2026", "2019")
    assert "No cases" in text(cast, "director", f"/measures/P11/?{before}")
