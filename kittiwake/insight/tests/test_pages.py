"""Pages of measures: what each role is shown, and that every figure opens to its rows."""

from __future__ import annotations

import pytest

from kittiwake.access.models import Reading
from kittiwake.insight.tests.worlds import AT, draw
from tests.cast import Cast, signed_in

NOVEMBER = "first_day=1&first_month=11&first_year=2026&last_day=30&last_month=11&last_year=2026"


@pytest.fixture
def world(cast: Cast, time_machine) -> Cast:
    time_machine.move_to(AT, tick=False)
    draw(cast)
    return cast


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


def test_a_lead_member_is_shown_the_whole_council_without_small_numbers(world: Cast) -> None:
    page = text(world, "member", f"/measures/P01/?{NOVEMBER}")
    assert "All children of the council" in page
    assert '<p class="govuk-heading-xl govuk-!-margin-bottom-1">c</p>' in page
    assert "/rows/" not in page
    text(world, "member", "/measures/P01/rows/", 403)


def test_a_measure_there_is_not_is_not_found(cast: Cast) -> None:
    text(cast, "director", "/measures/P99/", 404)


def test_a_period_that_ends_before_it_begins_is_told_so(cast: Cast) -> None:
    turned = NOVEMBER.replace("last_month=11", "last_month=10")
    page = text(cast, "director", f"/measures/?{turned}", 422)
    assert "The last day must be the same as or after the first day" in page


def test_a_year_without_anything_says_so(cast: Cast) -> None:
    assert "No cases" in text(cast, "director", "/measures/P11/")
