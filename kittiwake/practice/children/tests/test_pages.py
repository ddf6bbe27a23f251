"""Who a child is: added, corrected by two people at once, and named; by whom nobody lets in, not at all."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponse

from kittiwake.record.models import Child
from kittiwake.record.recording.changes import change_child
from kittiwake.ui.tests.reading import every
from tests.cast import NOW, Cast, signed_in


def post(cast: Cast, who: str, path: str, **answers: object) -> HttpResponse:
    return signed_in(cast.user(who)).post(path, {"once": str(uuid4()), **answers})


@pytest.mark.parametrize(
    ("who", "page", "status"),
    [
        ("inspector", "/children/new/", 403),
        ("inspector", "/children/{ash}/details/", 403),
        ("partner", "/children/{ash}/details/", 403),
        ("outsider", "/children/{ash}/details/", 404),
        ("outsider", "/children/{ash}/names/", 404),
    ],
)
def test_whoever_may_not_change_them_is_not_asked(cast: Cast, who: str, page: str, status: int) -> None:
    assert signed_in(cast.user(who)).get(page.format(ash=cast.ash.pk)).status_code == status


def test_where_a_child_is_not_found_one_can_be_added_and_gone_back_from(cast: Cast) -> None:
    unknown = {"sought": "Nobody Known"}
    assert (
        'href="/children/new/">Add a child</a>'
        in post(cast, "worker", "/search/", **unknown).content.decode()
    )
    assert "/children/new/" not in post(cast, "inspector", "/search/", **unknown).content.decode()
    page = signed_in(cast.user("worker")).get("/children/new/").content.decode()
    assert "Back to the search" in page


def test_two_people_change_a_childs_details_and_the_second_is_told(cast: Cast) -> None:
    path = f"/children/{cast.ash.pk}/details/"
    answers = {"forenames": "Ash", "surname": "Alder", "birth_is": "known", "sex": "U", "ethnicity": "NOBT"}
    first = {**answers, "called": "Ashy", "version": cast.ash.version, "once": str(uuid4())}
    second = {**answers, "called": "A", "version": cast.ash.version, "once": str(uuid4())}
    assert signed_in(cast.user("worker")).post(path, first).status_code == 302
    told = signed_in(cast.user("colleague")).post(path, second)
    assert told.status_code == 409
    assert "Ashy" in told.content.decode()
    assert Child.objects.get(pk=cast.ash.pk).called == "Ashy"


def test_a_worker_adds_a_child_whom_their_team_then_holds(cast: Cast) -> None:
    answers = {"forenames": "Fern", "surname": "Gale", "birth_is": "known", "sex": "F", "is_another": "on"}
    sent = signed_in(cast.user("worker")).post(
        "/children/new/", {**answers, "team": cast.north.pk, "once": str(uuid4())}
    )
    assert sent.status_code == 302
    assert Child.objects.get(surname="Gale").allocations.get().team == cast.north


def test_it_refuses_a_number_another_child_has(cast: Cast, time_machine) -> None:
    with (
        connection.cursor() as cursor
    ):  # whoever records a child sees them that day, by the database's own clock
        cursor.execute("SELECT now()")
        time_machine.move_to(cursor.fetchone()[0])
    new = {"forenames": "Elder", "birth_is": "known", "is_another": "on", "team": cast.north.pk}
    response = post(cast, "worker", "/children/new/", **new, council=cast.ash.council_id)
    assert response.status_code == 422
    assert "Another child already has" in response.content.decode()
    assert not Child.objects.filter(forenames="Elder").exists()


def test_what_was_typed_over_another_change_is_kept_when_sent_again(cast: Cast) -> None:
    change_child(cast.ash, version=1, surname="Alderman", by=cast.user("manager"), at=NOW)
    path = f"/children/{cast.ash.pk}/details/"
    answers = {"forenames": "Ash", "surname": "Aldous", "birth_is": "known"}
    assert post(cast, "worker", path, **answers, version="1").status_code == 409
    assert post(cast, "worker", path, **answers, version="2").status_code == 302
    assert Child.objects.get(pk=cast.ash.pk).surname == "Aldous"


def test_a_name_they_are_known_by_is_added(cast: Cast) -> None:
    response = post(cast, "worker", f"/children/{cast.ash.pk}/names/", kind="street", forenames="Ghost")
    assert response.status_code == 302
    assert str(cast.ash.names.get()) == "Ghost"


def test_who_has_a_name_keeps_one(cast: Cast) -> None:
    path = f"/children/{cast.ash.pk}/details/"
    left = {"birth_is": "known", "version": cast.ash.version}
    told = post(cast, "worker", path, forenames="", surname=" ", **left)
    assert told.status_code == 422
    assert (
        "Enter at least one name: a child who has a name cannot be left without one" in told.content.decode()
    )
    assert str(Child.objects.get(pk=cast.ash.pk)) == "Ash Alder"
    assert post(cast, "worker", path, called="Ashy", **left).status_code == 302
    assert str(Child.objects.get(pk=cast.ash.pk)) == "Ashy"


def test_who_is_known_by_a_number_alone_stays_so_until_somebody_names_them(cast: Cast) -> None:
    unnamed = {"forenames": "", "surname": "", "called": ""}
    change_child(cast.ash, version=1, **unnamed, by=cast.user("manager"), at=NOW)
    path = f"/children/{cast.ash.pk}/details/"
    assert post(cast, "worker", path, birth_is="known", sex="F", version="2").status_code == 302
    assert Child.objects.get(pk=cast.ash.pk).sex == "F"


def test_no_disability_stands_after_the_others_and_no_radios_have_an_or(cast: Cast) -> None:
    page = signed_in(cast.user("worker")).get("/children/new/").content.decode()
    boxes = [box["value"] for box in every(page, "input", name="disabilities")]
    assert boxes[-1] == "NONE"
    assert len(boxes) > 10
    assert len(every(page, "div", class_="govuk-checkboxes__divider")) == 1
    assert every(page, "div", class_="govuk-radios__divider") == []
    circles = [circle.attrs.get("value", "") for circle in every(page, "input", name="unaccompanied")]
    assert circles == ["yes", "no", ""]
