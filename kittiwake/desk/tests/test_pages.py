"""The board, the child's page, the chronology, search and my work: what each person sees."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from kittiwake.access.models import Reading
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import Cast, make_child, signed_in


def goes_missing(child: Child, cast: Cast, hours: float) -> Episode:
    since = now() - timedelta(hours=hours)
    return missing.report_missing(child, reported=Moment(since), source="police", by=cast.system, at=now())


def text(cast: Cast, who: str, path: str, status: int = 200) -> str:
    answer = signed_in(cast.user(who)).get(path)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_board_shows_an_interview_that_is_overdue(cast: Cast) -> None:
    episode = goes_missing(cast.ash, cast, 200)
    back = now() - timedelta(hours=90)
    missing.record_return(episode, returned=Moment(back), by=cast.system, at=now())
    page = text(cast, "manager", "/board/")
    assert "Return interview overdue" in page
    assert "Ash Alder" in page
    assert "Last refreshed at" in page


def test_the_board_shows_nobody_another_teams_children(cast: Cast) -> None:
    goes_missing(cast.ash, cast, 60)
    assert "Ash Alder" in text(cast, "director", "/board/")
    assert "Ash Alder" not in text(cast, "outsider", "/board/")


def test_the_board_of_one_team_leaves_out_the_others(cast: Cast) -> None:
    goes_missing(cast.ash, cast, 60)
    goes_missing(cast.rowan, cast, 60)
    page = text(cast, "service_manager", "/board/?team=North+team")
    assert "Ash Alder" in page
    assert "Rowan Reed" not in page


def test_a_child_without_a_worker_is_on_the_board(cast: Cast) -> None:
    make_child("Hollow", "Hart", cast.north, None)
    assert "Hollow Hart" in text(cast, "manager", "/board/")


def test_the_board_shows_the_most_urgent_of_a_kind_and_the_rest_on_pages_of_its_own(cast: Cast) -> None:
    for number in range(53):
        goes_missing(make_child(f"Child{number:02}", "Oak", cast.north, None), cast, 60)
    whole = text(cast, "manager", "/board/")
    assert "A child without a worker for too long</a>: <strong>53</strong>" in whole
    assert whole.count("See all 53") == whole.count(" Oak</strong>") / 3
    assert "kind=allocation.without_worker" in whole
    alone = "/board/?team=North+team&kind=allocation.without_worker"
    first, last = text(cast, "manager", alone), text(cast, "manager", f"{alone}&page=3")
    assert first.count(" Oak</strong>") == 24
    assert last.count(" Oak</strong>") == 5
    assert "Showing 49 to 53 of 53" in last
    assert 'name="kind" value="allocation.without_worker"' in last
    assert len(Reading.objects.order_by("-pk").first().shown) == 5


def test_a_kind_with_nothing_in_it_says_so_and_a_kind_that_is_not_is_not_found(cast: Cast) -> None:
    assert "Nothing broken here" in text(cast, "manager", "/board/?kind=allocation.without_worker")
    text(cast, "manager", "/board/?kind=nonsense", 404)
    text(cast, "member", "/board/?kind=allocation.without_worker", 403)


def test_the_board_takes_as_many_queries_for_many_as_for_few(cast: Cast) -> None:
    goes_missing(make_child("Hollow", "Hart", cast.north, None), cast, 60)
    paths = ["/board/", "/board/?kind=missing.unacknowledged"]
    few = [queries(cast, path) for path in paths]
    for number in range(12):
        goes_missing(make_child(f"Child{number}", "Oak", cast.north, None), cast, 60)
    assert [queries(cast, path) for path in paths] == few


def queries(cast: Cast, path: str) -> int:
    client = signed_in(cast.user("manager"))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_the_childs_page_says_that_they_are_missing(cast: Cast) -> None:
    goes_missing(cast.ash, cast, 3)
    page = text(cast, "worker", f"/children/{cast.ash.pk}/")
    assert "Ash is missing, since" in page


@pytest.mark.parametrize(
    ("who", "status"), [("worker", 200), ("outsider", 404), ("stranger", 404), ("member", 403)]
)
def test_the_childs_page_is_for_those_who_may_see_the_child(cast: Cast, who: str, status: int) -> None:
    text(cast, who, f"/children/{cast.ash.pk}/", status)


def test_a_partner_sees_a_narrow_page(cast: Cast) -> None:
    goes_missing(cast.ash, cast, 3)
    page = text(cast, "partner", f"/children/{cast.ash.pk}/")
    assert "Ash is missing" in page
    assert "Numbers" not in page
    assert "Chronology" not in page


def test_reading_a_child_is_logged_once(cast: Cast) -> None:
    before = Reading.objects.count()
    text(cast, "worker", f"/children/{cast.ash.pk}/")
    reading = Reading.objects.order_by("-pk").first()
    assert Reading.objects.count() == before + 1
    assert (reading.child_id, reading.what, reading.why) == (cast.ash.pk, "view", "allocated")


def test_the_chronology_filters_and_shows_what_was_struck_out(cast: Cast) -> None:
    episode = goes_missing(cast.ash, cast, 3)
    missing.strike_out(episode, reason="The wrong child", by=cast.user("worker"), at=now())
    path = f"/children/{cast.ash.pk}/chronology/"
    assert "The wrong child" in text(cast, "worker", path)
    answer = signed_in(cast.user("worker")).post(path, {"words": "nonsense"})
    assert "Nothing on the chronology fits" in answer.content.decode()
    assert "Printed" in text(cast, "worker", f"{path}?print=1")
    text(cast, "outsider", path, 404)


def found(cast: Cast, who: str, wanted: str) -> str:
    answer = signed_in(cast.user(who)).post("/search/", {"sought": wanted})
    assert answer.status_code == 200
    return answer.content.decode()


def test_search_says_why_a_child_was_found(cast: Cast) -> None:
    record.add_name(cast.ash, kind="street", forenames="Spanner", at=now())
    assert "Found by: Name" in found(cast, "worker", "Ash Alder")
    assert "Found by: Name" in found(cast, "worker", "Aldr")
    assert "Street name: Spanner" in found(cast, "worker", "spanner")
    assert f"Council id {cast.ash.council_id}" in found(cast, "worker", cast.ash.council_id)


def test_search_finds_nobody_hidden(cast: Cast) -> None:
    assert "Nobody found" in found(cast, "outsider", "Ash Alder")
    assert "Nobody found" in found(cast, "manager", "Hazel Heath")


@pytest.mark.parametrize("who", ["worker", "manager", "interviewer", "partner", "inspector", "analyst"])
def test_everybody_has_a_first_page(cast: Cast, who: str) -> None:
    assert "My work" in text(cast, who, "/")


def test_a_lead_member_begins_with_the_reports(cast: Cast) -> None:
    assert signed_in(cast.user("member")).get("/").headers["Location"] == "/reports/"
