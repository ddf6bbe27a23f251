"""My work, the chronology, finding a child and keeping who they are."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kittiwake.access.models import Reading
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.replies.tests import making as replying
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.drafts.models import Draft
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, make_child, signed_in

REFUSED = [
    *(("/board/", who) for who in ("partner", "member", "administrator", "young_person")),
    *(("/search/", who) for who in ("partner", "member", "administrator", "young_person")),
    *(("/children/{ash}/", who) for who in ("young_person", "member", "administrator")),
    *(("/children/{ash}/chronology/", who) for who in ("partner", "analyst")),
    *(("/children/{ash}/workers/new/", who) for who in ("worker", "inspector")),
]


@pytest.fixture(autouse=True)
def _clock(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


def gone(child: Child, cast: Cast, hours: float = 40, back: float | None = 30) -> Episode:
    """Missing since `hours` ago; back `back` hours ago."""
    reported, by = Moment(NOW - timedelta(hours=hours)), cast.user("worker")
    episode = missing.report_missing(
        child, reported=reported, source="police", reference="MP/7/26", by=by, at=NOW
    )
    if back is not None:
        missing.record_return(episode, returned=Moment(NOW - timedelta(hours=back)), by=by, at=NOW)
    return episode


def agreed(episode: Episode, cast: Cast) -> None:
    mine = {"owner": cast.workers["worker"], "by": cast.user("manager"), "at": NOW}
    actions.raise_action(episode.entry, what="Ring their school", due_on=date(2026, 11, 1), **mine)


def text(cast: Cast, who: str, path: str) -> str:
    response = signed_in(cast.user(who)).get(path)
    assert response.status_code == 200
    return response.content.decode()


def post(cast: Cast, who: str, path: str, **answers: object):
    return signed_in(cast.user(who)).post(path, {**answers, "once": str(uuid4())})


def test_somebody_who_has_not_signed_in_is_asked_to(db) -> None:
    response = Client().get("/")
    assert response.status_code == 302
    assert response["Location"].endswith("?next=/")


@pytest.mark.parametrize(("path", "who"), REFUSED)
def test_roles_without_the_permission_are_refused(cast: Cast, path: str, who: str) -> None:
    assert signed_in(cast.user(who)).get(path.format(ash=cast.ash.pk)).status_code == 403


@pytest.mark.parametrize("part", ["", "chronology/", "details/", "names/"])
def test_an_outsider_finds_no_such_child(cast: Cast, part: str) -> None:
    assert signed_in(cast.user("outsider")).get(f"/children/{cast.ash.pk}/{part}").status_code == 404


@pytest.mark.parametrize("who", ["director", "inspector", "auditor", "analyst", "support", "principal"])
def test_the_child_page_opens_for_every_role_that_sees_the_child(cast: Cast, who: str) -> None:
    agreed(gone(cast.ash, cast), cast)
    assert "Ash Alder" in text(cast, who, f"/children/{cast.ash.pk}/")


def test_my_work_shows_what_is_due_for_my_children(cast: Cast) -> None:
    episode = gone(cast.ash, cast)
    gone(cast.briar, cast)
    page = text(cast, "worker", "/")
    assert "42 hours left to listen" in page
    assert episode.get_absolute_url() in page
    assert "Briar Beech" not in page


def test_my_work_shows_my_actions_and_where_to_go_on_writing(cast: Cast) -> None:
    agreed(gone(cast.ash, cast), cast)
    draft = {"child": cast.ash, "occasion": "return_interviews.interview", "saved_at": NOW}
    Draft.objects.create(user=cast.user("worker"), **draft)
    page = text(cast, "worker", "/")
    assert "Ring their school" in page
    assert f"/children/{cast.ash.pk}/return-interviews/new/" in page
    assert "Ring their school" not in text(cast, "colleague", "/")


def test_a_return_interviewer_sees_every_interview_that_is_due(cast: Cast) -> None:
    gone(cast.rowan, cast)
    page = text(cast, "interviewer", "/")
    assert "Rowan Reed" in page
    assert "42 hours left to listen" in page


def test_whom_my_work_names_is_logged(cast: Cast) -> None:
    gone(cast.ash, cast)
    text(cast, "interviewer", "/")
    assert Reading.objects.get(page="desk:my_work").shown == [cast.ash.pk]


@pytest.mark.parametrize(("who", "sees"), [("analyst", True), ("administrator", False)])
def test_whoever_has_no_children_starts_where_they_may_go(cast: Cast, who: str, sees: bool) -> None:
    page = text(cast, who, "/")
    assert "Nothing waits for you" in page
    assert ("How well the service does" in page) is sees


def test_the_board_says_where_to_mend_it(cast: Cast) -> None:
    gone(cast.ash, cast, 130, back=100)
    page = text(cast, "manager", "/board/")
    assert "Return interview overdue (1)" in page
    assert f"/children/{cast.ash.pk}/return-interviews/offers/new/" in page


def test_the_board_refreshes_only_its_own_part(cast: Cast) -> None:
    page = signed_in(cast.user("manager")).get("/board/", headers={"HX-Request": "true"}).content.decode()
    assert "kw-board" in page
    assert "<html" not in page


def _fill(cast: Cast, number: int) -> None:
    for n in range(number):
        child = make_child(f"Made{n}-{number}", "Up", cast.north, cast.workers["worker"])
        agreed(gone(child, cast, 130 + n, back=100 if n % 2 else None), cast)
        days = timedelta(days=n)
        about = {"happened_at": NOW - days, "by": cast.user("worker"), "at": NOW}
        record.enter(cast.ash, kind="risk.presenting_risk", summary="Seen", **about)


def _queries(cast: Cast, path: str) -> int:
    client = signed_in(cast.user("worker"))
    with CaptureQueriesContext(connection) as made:
        assert client.get(path).status_code == 200
    return len(made)


def test_lists_ask_as_many_questions_of_fifty_rows_as_of_five(cast: Cast) -> None:
    paths = [f"/children/{cast.ash.pk}/chronology/", "/", "/board/"]
    _fill(cast, 5)
    few = [_queries(cast, path) for path in paths]
    _fill(cast, 50)
    assert [_queries(cast, path) for path in paths] == few


def test_the_chronology_is_narrowed_by_kind_and_days(cast: Cast) -> None:
    gone(cast.ash, cast, 200, back=190)
    about = {"happened_at": NOW, "by": cast.user("worker"), "at": NOW}
    record.enter(cast.ash, kind="risk.presenting_risk", summary="Seen at the quay", **about)
    path = f"/children/{cast.ash.pk}/chronology/"
    assert "Reported missing" not in text(cast, "worker", f"{path}?kind=risk.presenting_risk")
    since = "since_day=22&since_month=11&since_year=2026"
    assert "Reported missing" not in text(cast, "worker", f"{path}?kind=&{since}")
    found = post(cast, "worker", path, words="quay").content.decode()
    assert "Seen at the quay" in found
    assert "Reported missing" not in found


def test_printing_the_chronology_is_logged_as_printing(cast: Cast) -> None:
    text(cast, "worker", f"/children/{cast.ash.pk}/chronology/?print=yes")
    assert Reading.objects.get(child_id=cast.ash.pk).what == "print"


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ("Alder, Ash", "Name"),
        ("Aldar", "Name"),
        ("Ghost", "Street name: Ghost"),
        ("mp7-26", "Reference MP/7/26 of a missing episode"),
    ],
)
def test_it_finds_a_child_and_says_why(cast: Cast, what: str, why: str) -> None:
    gone(cast.ash, cast)
    record.add_name(cast.ash, kind="street", forenames="Ghost", at=NOW)
    page = post(cast, "worker", "/search/", sought=what).content.decode()
    assert cast.ash.get_absolute_url() in page
    assert why in page


def test_it_finds_a_child_by_a_short_form_of_their_name(cast: Cast) -> None:
    child = make_child("William", "Willow", cast.north, cast.workers["worker"])
    assert (
        child.get_absolute_url() in post(cast, "worker", "/search/", sought="Billy Willow").content.decode()
    )


def test_whom_a_search_showed_is_logged_as_a_search(cast: Cast) -> None:
    post(cast, "worker", "/search/", sought="Ash Alder")
    assert cast.ash.pk in Reading.objects.get(what="search").shown


def test_a_search_for_nothing_is_told_so(cast: Cast) -> None:
    response = post(cast, "worker", "/search/", sought=" ")
    assert response.status_code == 422
    assert "Enter a name, a number or a police reference" in response.content.decode()


def test_a_child_page_says_whether_they_were_told(cast: Cast) -> None:
    episode = gone(cast.ash, cast, 60, back=50)
    by = cast.user("interviewer")
    about = {
        "own_words": "I went to see Dev.",
        "interviewer": cast.workers["interviewer"],
        "by": by,
        "at": NOW,
    }
    held = interviews.hold(cast.ash, episodes=[episode], held=Moment(NOW - timedelta(hours=9)), **about)
    path = f"/children/{cast.ash.pk}/"
    assert "Not told yet" in text(cast, "worker", path)
    made = replying.reply(cast, interview=held)
    assert "Not told yet" in text(cast, "worker", path)
    replying.told(cast, made)
    assert "Not told yet" not in text(cast, "worker", path)
