"""The page of one measure cut by what is held of the children, the rows of a group, and the file of them."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.access.models import Reading
from kittiwake.access.viewer import Viewer
from kittiwake.insight.breakdowns.showing import ways
from kittiwake.insight.models import KeptFigures
from kittiwake.insight.showing import Figures, Period
from kittiwake.insight.tests.test_pages import NOVEMBER, text
from kittiwake.insight.tests.worlds import FIRST, LAST
from kittiwake.insight.waiting.waited import of_measure
from kittiwake.primitives.measures import catalogue
from kittiwake.record.models import Child
from tests.cast import Cast, signed_in


def links(page: str) -> list[str]:
    return [unescape(href) for href in re.findall(r'href="([^"]*/rows/[^"]*)"', page)]


def test_a_measure_is_cut_by_age_and_each_group_opens_to_its_rows(world: Cast) -> None:
    page = text(world, "director", f"/measures/P01/?{NOVEMBER}&by=age")
    assert "10 to 15" in page
    assert "As old as they were on the day of the case" in page
    (rows,) = [href for href in links(page) if "group=10_to_15" in href]
    assert "by=age" in rows
    opened = text(world, "director", rows)
    assert "Age: 10 to 15" in opened
    assert opened.count("Ash Alder") == 3


def test_what_is_not_known_is_a_group_that_opens_too(world: Cast) -> None:
    page = text(world, "director", f"/measures/P01/?{NOVEMBER}&by=sex")
    (rows,) = [href for href in links(page) if "group=not_known" in href]
    assert "Sex: Not known" in text(world, "director", rows)
    assert "5 cases." in text(world, "director", rows)


def test_nothing_is_cut_until_somebody_asks(world: Cast) -> None:
    page = text(world, "director", f"/measures/P01/?{NOVEMBER}")
    for title in ("age", "sex", "ethnic group", "disability", "track", "area"):
        assert f">{title}</a>" in page
    assert 'id="by-caption"' not in page
    assert 'id="by-caption"' not in text(world, "director", f"/measures/P01/?{NOVEMBER}&by=nonsense")


def test_a_measure_of_workers_is_not_cut_by_what_children_are(world: Cast) -> None:
    page = text(world, "director", f"/measures/P76/?{NOVEMBER}&by=age")
    assert ">experience of the worker</a>" in page
    assert ">age</a>" not in page
    assert 'id="by-caption"' not in page


def test_experience_is_for_those_who_answer_for_workers(world: Cast) -> None:
    """Whoever does not would see that of few workers, and be misled by it."""
    page = text(world, "worker", f"/measures/P01/?{NOVEMBER}&by=experience")
    assert "experience of the worker" not in page
    text(world, "worker", f"/measures/P01/rows/?{NOVEMBER}&by=experience", 404)
    text(world, "worker", f"/measures/P01/rows.csv?{NOVEMBER}&by=experience", 404)
    assert "experience of the worker" in text(world, "manager", f"/measures/P01/?{NOVEMBER}")


def test_a_lead_member_is_shown_no_groups_and_opens_none(world: Cast) -> None:
    """The smaller the groups, the more of all other figures would have to be hidden beside them."""
    page = text(world, "member", f"/measures/P01/?{NOVEMBER}&by=track")
    assert 'id="by-caption"' not in page
    assert "Who it is about" not in page
    assert links(page) == []
    assert "all are withheld" in page


def test_the_groups_are_shown_beside_what_was_known(world: Cast) -> None:
    known = "known_day=30&known_month=11&known_year=2026"
    page = text(world, "director", f"/measures/P01/?{NOVEMBER}&{known}&by=track")
    assert "As known at 30 Nov 2026" in page[page.index('id="by-caption"') :]
    assert "Since" in text(
        world, "director", f"/measures/P01/rows/?{NOVEMBER}&{known}&by=track&group=in_care"
    )


def lines(world: Cast, who: str, path: str) -> list[dict[str, str]]:
    response = signed_in(world.user(who)).get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="P')
    sent = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(sent)))


def test_the_file_has_the_rows_of_the_page_and_taking_it_is_logged(world: Cast) -> None:
    page = text(world, "director", f"/measures/P01/rows/?{NOVEMBER}&by=track&group=in_care")
    (file,) = re.findall(r'href="([^"]*rows\.csv[^"]*)"', page)
    (line,) = lines(world, "director", unescape(file))
    assert line["Child"] == "Rowan Reed"
    assert line["Day"] == "2026-11-12"
    assert (line["Counted"], line["Track"], line["Team then"]) == ("Yes", "In care", "South team")
    assert line["Council id"].startswith("C")
    reading = Reading.objects.get(page="insight:rows_file")
    assert (reading.what, reading.shown) == ("export", [world.rowan.pk])


def test_a_file_of_workers_names_no_child(world: Cast) -> None:
    found = lines(world, "director", f"/measures/P76/rows.csv?{NOVEMBER}")
    assert {"Worker", "Day", "Counted", "Team then"} == set(found[0])
    assert not Reading.objects.filter(page="insight:rows_file").exists()


def test_nobody_takes_away_rows_of_children_they_may_not_see(world: Cast) -> None:
    found = lines(world, "outsider", f"/measures/P01/rows.csv?{NOVEMBER}")
    assert {line["Child"] for line in found} == {"Rowan Reed"}
    assert signed_in(world.user("member")).get("/measures/P01/rows.csv").status_code == 403


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "\u200b=cmd|' /C calc'!A0"])
def test_a_name_that_is_a_formula_does_not_come_alive_in_the_file(world: Cast, name: str) -> None:
    Child.objects.filter(pk=world.rowan.pk).update(forenames=name, called="")
    (line,) = lines(world, "outsider", f"/measures/P01/rows.csv?{NOVEMBER}")
    assert line["Child"].startswith("'")


def test_the_rows_say_that_none_is_withheld_and_nothing_of_whom_nobody_sees(world: Cast) -> None:
    page = text(world, "outsider", f"/measures/P01/rows/?{NOVEMBER}")
    assert "1 case." in page
    assert "none of its rows is withheld" in page


def test_a_worker_counts_every_way_the_page_may_be_asked_for(world: Cast) -> None:
    """Or the page would ask for it again and again."""
    director, measure = world.user("director"), catalogue.measures()["P01"]
    figures = Figures(Viewer(director), Period(FIRST, LAST))
    with acting_as(director):
        of_measure(measure).count(figures, [measure])
        kept = set(KeptFigures.objects.filter(measure="P01").values_list("grouped_by", flat=True))
        assert kept == {"none", "team", "month", *(way.key for way in ways(measure, figures))}


def test_the_page_of_a_measure_has_an_example_counted_by_hand(world: Cast) -> None:
    page = unescape(text(world, "director", f"/measures/P11/?{NOVEMBER}"))
    assert "An example, counted by hand" in page
    assert "These cases make 40% (2 of 5)" in page


def test_a_row_says_what_it_was_judged_by_and_those_not_met_stand_alone(world: Cast) -> None:
    rows = f"/measures/P11/rows/?{NOVEMBER}"
    assert "Due 16 Nov 2026 at 4pm, not done" in text(world, "director", rows)
    assert "2 cases." in text(world, "director", f"{rows}&met=yes")
    missed = text(world, "director", f"{rows}&met=no")
    assert "3 cases." in missed
    assert "Rowan Reed" in missed
    assert {
        line["Counted"] for line in lines(world, "director", f"/measures/P11/rows.csv?{NOVEMBER}&met=no")
    } == {"No"}
