"""The page of consistency between teams: of those the reader may see, asked and never claimed."""

from __future__ import annotations

from datetime import date

import pytest

from kittiwake.access.viewer import Viewer
from kittiwake.areas.area import declared
from kittiwake.insight.charts.between_teams import COMPARED
from kittiwake.insight.consistency.showing import ConsistencyPage, quarter_in_words, quarters
from kittiwake.insight.rules import Figure
from kittiwake.insight.showing import Figures, Period
from kittiwake.insight.tests.test_pages import text
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.consistency import Consistency
from tests.cast import Cast

PAGE = "/measures/consistency/"
YEAR = Period(date(2025, 11, 30), date(2026, 11, 30))


def share(group: str | None, number: int, size: int) -> Figure:
    return Figure(group, number, size, number / size)


@pytest.fixture
def apart(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Cast:
    """Two teams, apart in the year and alike in each quarter, in whatever is asked."""
    north, south = str(cast.north.pk), str(cast.south.pk)

    def of(self, measures, groups, known_at=None, period=None):
        sizes = [(60, 30), (30, 32)][period != self.period and period is not None]
        figures = [share(north, sizes[0], 100), share(south, sizes[1], 100), share(None, 0, 50)]
        return {(measure.key, "team"): figures for measure in measures}

    monkeypatch.setattr(Figures, "of", of)
    return cast


def test_areas_declare_what_should_not_depend_on_the_team() -> None:
    every, topics = catalogue.measures(), declared(Consistency)
    assert {part.topic for part in topics} == {"Assessments", "Plans", "Oversight", "Supervision"}
    for key in (key for part in topics for key in part.measures):
        assert every[key].how in COMPARED
        assert every[key].direction in ("up", "down"), "No team does best where neither is good."


def test_where_teams_lie_apart_it_asks_what_others_could_learn(apart: Cast) -> None:
    page = ConsistencyPage(Figures(Viewer(apart.user("director")), YEAR))
    (supervision,) = [section for section in page.sections if section.topic == "Supervision"]
    assert [row[1:] for row in supervision.rows] == [["Apart", *["No more than chance"] * 4]] * 2
    question = supervision.questions[0]
    assert question.asked == "What does North team do that others could learn from?"
    assert question.beside == "60%, 60 of 100; all these teams together 45%."
    assert f"/measures/P63/?{YEAR.query}" in question.href
    assert page.teams == 2


def test_the_page_asks_and_does_not_claim(apart: Cast) -> None:
    page = text(apart, "director", PAGE)
    assert "What does North team do that others could learn from?" in page
    assert "best" not in page.lower()
    assert "worst" not in page.lower()


def test_it_says_whose_work_it_is_of(cast: Cast) -> None:
    assert "records you may see, and of no others" in text(cast, "manager", PAGE)
    assert "It is of the whole council" in text(cast, "member", PAGE)


def test_where_nothing_can_be_compared_it_says_so(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    shows(monkeypatch, [])
    page = text(cast, "director", PAGE)
    assert "There is nothing to compare" in page
    assert "nothing has been recorded" in page


def shows(monkeypatch: pytest.MonkeyPatch, figures: list[Figure]) -> None:
    """Of every measure, whenever."""

    def of(self, measures, groups, known_at=None, period=None):
        return {(measure.key, "team"): figures for measure in measures}

    monkeypatch.setattr(Figures, "of", of)


def test_of_one_team_it_says_that_it_takes_two(apart: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    shows(monkeypatch, [share(str(apart.north.pk), 60, 100)])
    assert "You may see the work of one team, and it takes two." in text(apart, "manager", PAGE)


def test_what_is_hidden_takes_no_part(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    teams = (cast.north, cast.south)
    shows(monkeypatch, [Figure(str(team.pk), None, None, None, is_hidden=True) for team in teams])
    page = ConsistencyPage(Figures(Viewer(cast.user("member")), YEAR))
    assert {cell for section in page.sections for row in section.rows for cell in row[1:]} == {
        "Too few to say"
    }
    assert not any(section.questions for section in page.sections)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 30), ["Oct to Dec 2025", "Jan to Mar 2026", "Apr to Jun 2026", "Jul to Sep 2026"]),
        (date(2026, 1, 1), ["Jan to Mar 2025", "Apr to Jun 2025", "Jul to Sep 2025", "Oct to Dec 2025"]),
    ],
)
def test_the_last_four_quarters_that_are_over_are_followed(today, said) -> None:
    assert [quarter_in_words(quarter) for quarter in quarters(today)] == said
    assert quarters(today)[-1].last < today


def test_a_measure_is_not_asked_of_whoever_may_not_see_it(cast: Cast) -> None:
    page = ConsistencyPage(Figures(Viewer(cast.user("worker")), YEAR))
    assert all(page.figures.shows(measure) for measure in page.every)
