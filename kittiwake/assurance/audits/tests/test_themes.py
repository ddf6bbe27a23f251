"""A theme's page: whose work it was found in, who came to a course about it, and whether it showed."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.access.viewer import Viewer
from kittiwake.assurance.audits import differences
from kittiwake.assurance.audits.differences import Person
from kittiwake.assurance.audits.models import Theme
from kittiwake.assurance.audits.tests import made
from kittiwake.assurance.audits.themes import recording as naming
from kittiwake.assurance.audits.themes.showing import ThemePage
from kittiwake.assurance.workforce.models import Course
from kittiwake.assurance.workforce.training import recording as training
from kittiwake.history.refusal import Refused
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast, signed_in

TODAY, DAY = local_date(NOW), timedelta(days=1)


@pytest.fixture
def theme(cast: Cast) -> Theme:
    return naming.name_theme("Their words", by=cast.user("principal"), at=NOW)


def course(cast: Cast, theme: Theme, days_ago: int, *came: str) -> Course:
    by, held_on = {"by": cast.user("principal"), "at": NOW}, TODAY - days_ago * DAY
    made_ = training.plan_course(title=f"Listening {days_ago}", held_on=held_on, **by)
    naming.train_for(theme, made_, **by)
    if came:
        places = training.ask_to_come(made_, [cast.workers[name] for name in came], **by)
        training.came(places, on=held_on, **by)
    return made_


def found(cast: Cast, theme: Theme, *days_ago: int, with_theme: bool = True) -> None:
    """Audits of Ash's record, and so of the worker's work, that many days ago, each with one action."""
    for days in days_ago:
        at = NOW - days * DAY
        programme = made.made_programme(cast, at=at, starts_on=local_date(at), ends_on=local_date(at) + DAY)
        audit = made.audited(cast, programme=programme, at=at)
        made.raised(cast, audit, at=at, themes=[theme] if with_theme else [])


def shown(cast: Cast, theme: Theme, who: str = "principal") -> ThemePage:
    return ThemePage(theme, Viewer(cast.user(who)), NOW)


def needs(cast: Cast, theme: Theme, who: str = "principal") -> list[list[str]]:
    with acting_as(cast.user(who)):
        return shown(cast, theme, who).needs


def test_whose_work_it_was_found_in_needs_it_until_they_came(cast: Cast, theme: Theme) -> None:
    assert needs(cast, theme) == []
    found(cast, theme, 400, 90, 30)
    assert needs(cast, theme) == [["Worker", "2", "24 October 2026", "Needs it: no course is named yet"]]
    course(cast, theme, 60)
    assert needs(cast, theme)[0][3] == "Needs it: has not come yet"
    course(cast, theme, 50, "worker")
    assert needs(cast, theme)[0][3] == "Needs it: found again since they came on 4 October 2026"
    course(cast, theme, 20, "worker")
    assert needs(cast, theme)[0][3] == "Came on 3 November 2026"


def test_what_is_not_of_the_theme_and_what_was_struck_out_is_not_counted(cast: Cast, theme: Theme) -> None:
    found(cast, theme, 20, with_theme=False)
    assert needs(cast, theme) == []


def test_whether_it_showed_compares_the_year_before_with_the_year_since(cast: Cast, theme: Theme) -> None:
    """Found in both audits before they came and in one of two since; what is over a year away counts for neither."""
    course(cast, theme, 100, "worker")
    found(cast, theme, 500, 200, 150, 40)
    found(cast, theme, 20, with_theme=False)
    with acting_as(cast.user("principal")):
        said = shown(cast, theme).showed
    assert (
        "Before they came, 2 of 2 audits of their work led to an action of this theme; since, 1 of 2." in said
    )
    assert "With fewer than 10 audits before or since, this does not say whether it showed." in said


def twenty(since: int, before: int) -> list[Person]:
    """Two audits each before and since; it was found in one of the two in so many people's work."""
    return [Person(n < since, 2, n >= 20 - before, 2) for n in range(20)]


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([Person(0, 0, 3, 9)], "cannot be said yet"),
        ([Person(1, 1, 1, 1)] * 9, "fewer than 10 audits"),
        ([Person(1, 5, 3, 5)] * 9, "It is the work of 9 people: with fewer than 10"),
        (twenty(1, 15), "less often than chance alone explains. It does not say that the course did it"),
        (twenty(15, 1), "more often than chance alone explains"),
        (twenty(7, 9), "Chance alone could explain it"),
    ],
)
def test_it_is_said_in_words_with_its_interval_and_no_cheer(people: list[Person], said: str) -> None:
    assert said in differences.since_they_came(people, fewest=10)


def test_only_people_looked_at_both_before_and_since_are_compared() -> None:
    people = [Person(1, 1, 1, 1), Person(1, 1, 0, 0), Person(0, 0, 1, 1)]
    assert "1 of 1 audits of their work led" in differences.since_they_came(people, fewest=10)
    assert "cannot be said yet" in differences.since_they_came(people[1:], fewest=10)


def test_who_came_is_for_those_who_answer_for_them(cast: Cast, theme: Theme) -> None:
    found(cast, theme, 30)
    course(cast, theme, 20, "worker")
    path = theme.get_absolute_url()
    page = signed_in(cast.user("principal")).get(path).content.decode()
    assert "Came on 3 November 2026" in page
    assert "Meet Ash after school" in page
    page = signed_in(cast.user("auditor")).get(path).content.decode()
    assert "Who needs to learn of it" not in page
    assert signed_in(cast.user("partner")).get(path).status_code == 403
    page = signed_in(cast.user("outsider")).get(path).content.decode()
    assert "None, of the children you may see" in page


def test_of_a_colleague_nobody_learns_whether_they_need_it_or_came(cast: Cast, theme: Theme) -> None:
    """The worker sees themselves; the colleague, who may open Ash's record as well, sees nothing of it."""
    found(cast, theme, 30)
    course(cast, theme, 40, "worker")
    assert needs(cast, theme, "worker")[0][0] == "Worker"
    assert needs(cast, theme, "colleague") == []
    assert needs(cast, theme, "manager")[0][0] == "Worker"


def test_a_course_is_named_on_the_page_and_once(cast: Cast, theme: Theme) -> None:
    client, by = signed_in(cast.user("principal")), {"by": cast.user("principal"), "at": NOW}
    planned = training.plan_course(title="Listening", held_on=TODAY, **by)
    path = f"{theme.get_absolute_url()}course/"
    assert client.post(path, {"course": planned.pk, "once": str(uuid4())}).status_code == 302
    assert "Listening" in client.get(theme.get_absolute_url()).content.decode()
    again = client.post(path, {"course": planned.pk, "once": str(uuid4())})
    assert "named there already" in again.content.decode()
    with pytest.raises(Refused, match="named there already"):
        naming.train_for(theme, planned, **by)
