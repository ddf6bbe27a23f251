"""What a council's directory says of people over HTTP, and what comes of it for their accounts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import now

from kittiwake.access.identity import acting_as
from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.directory import events
from kittiwake.council.directory.models import DirectoryPerson
from kittiwake.council.directory.tests.asking import Directory, address_of
from kittiwake.history.models import Event
from tests.cast import Cast, signed_in


def test_somebody_new_waits_for_a_role(directory: Directory) -> None:
    answer = directory.add("Kim Fell", externalId="e-1")

    assert answer.status_code == 201
    assert answer["Location"] == f"http://testserver/scim/v2/Users/{answer.json()['id']}"
    assert DirectoryPerson.objects.get().user is None
    assert not User.objects.filter(email=address_of("Kim Fell")).exists()


def test_whoever_has_an_account_is_found_by_their_address_once(directory: Directory, cast: Cast) -> None:
    worker = cast.user("worker")

    assert (
        directory.add("Worker", emails=[{"value": worker.email.upper(), "primary": True}]).status_code == 201
    )
    assert DirectoryPerson.objects.get().user == worker

    twice = directory.add("Somebody Else", emails=[{"value": worker.email, "primary": True}])
    assert twice.status_code == 409
    assert twice.json()["scimType"] == "uniqueness"


def test_a_leavers_address_opens_nothing_for_a_newcomer(directory: Directory, cast: Cast) -> None:
    User.objects.filter(pk=cast.user("worker").pk).update(is_active=False)

    answer = directory.add("Worker")

    assert answer.status_code == 409
    assert "Worker" not in answer.json()["detail"]
    assert not User.objects.get(pk=cast.user("worker").pk).is_active


def test_no_young_person_and_not_kittiwake_itself_is_the_directorys(directory: Directory, cast: Cast) -> None:
    for user in (cast.user("young_person"), cast.system, User.objects.directory()):
        answer = directory.add("Somebody", userName=user.email)
        assert answer.status_code == 409, user


def test_the_directory_lists_only_whom_it_named(directory: Directory, cast: Cast) -> None:
    assert directory.ask("GET", "Users").json()["totalResults"] == 0
    directory.add("Kim Fell")
    page = directory.ask("GET", "Users")
    assert [user["userName"] for user in page.json()["Resources"]] == [address_of("Kim Fell")]


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ('userName eq "KIM.FELL@saltmere.example"', 1),
        ('userName eq "nobody"', 0),
        ('externalId eq "e-1"', 1),
        ('externalId eq "E-1"', 0),
        ('displayName eq "kim fell"', 1),
        ('userName sw "kim" and active eq true', 1),
        ('id eq "no number"', 0),
    ],
)
def test_it_finds_them(directory: Directory, asked: str, number: int) -> None:
    directory.add("Kim Fell", externalId="e-1")
    directory.add("Robin Marsh", externalId="e-2")

    answer = directory.client.get(
        "/scim/v2/Users", {"filter": asked}, headers={"Authorization": f"Bearer {directory.token}"}
    )
    assert answer.json()["totalResults"] == number, answer.content


def test_a_filter_that_is_none_is_said_so(directory: Directory) -> None:
    answer = directory.ask("GET", "Users?filter=userName%20is%20x")
    assert (answer.status_code, answer.json()["scimType"]) == (400, "invalidFilter")


def test_a_page_of_many(directory: Directory) -> None:
    for number in range(3):
        directory.add(f"Kim {number}")
    page = directory.ask("GET", "Users?startIndex=2&count=1").json()
    assert (page["totalResults"], page["itemsPerPage"], page["startIndex"]) == (3, 1, 2)
    assert page["Resources"][0]["displayName"] == "Kim 1"


def test_what_no_list_of_ours_has_is_left_out(directory: Directory) -> None:
    enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
    more = {"phoneNumbers": [{"value": "0191 496 0000"}], enterprise: {"department": "Care"}}
    answer = directory.add("Kim Fell", **more)
    assert answer.status_code == 201
    assert "phoneNumbers" not in answer.json()


def test_a_leaver_is_closed_and_kept(directory: Directory, cast: Cast) -> None:
    key = directory.add("Worker").json()["id"]
    client = signed_in(cast.user("worker"))
    assert client.get("/").status_code == 200

    answer = directory.end(key)

    assert answer.json()["active"] is False
    assert client.get("/").status_code == 302
    assert not User.objects.get(pk=cast.user("worker").pk).is_active
    event = Event.objects.get(what="accounts.user_ended")
    assert event.by_id == User.objects.directory().pk


def test_dropped_is_closed_and_never_erased(directory: Directory, cast: Cast) -> None:
    key = directory.add("Worker").json()["id"]

    assert directory.ask("DELETE", f"Users/{key}").status_code == 204
    assert directory.ask("GET", f"Users/{key}").status_code == 404
    assert directory.ask("DELETE", f"Users/{key}").status_code == 404
    user = User.objects.get(pk=cast.user("worker").pk)
    assert (user.is_active, user.name) == (False, "Worker")
    assert DirectoryPerson.objects.get().gone_at


def test_who_comes_back_is_let_in_with_the_role_they_had(directory: Directory, cast: Cast) -> None:
    key = directory.add("Worker").json()["id"]
    directory.end(key)

    assert directory.begin_again(key).json()["active"] is True
    user = User.objects.get(pk=cast.user("worker").pk)
    assert (user.is_active, user.role) == (True, Role.SOCIAL_WORKER)


def test_an_administrator_who_left_comes_back_by_another_administrator(
    directory: Directory, cast: Cast
) -> None:
    another_stays()
    key = directory.add("Administrator").json()["id"]
    directory.end(key)
    directory.begin_again(key)
    assert not User.objects.get(pk=cast.user("administrator").pk).is_active


def another_stays() -> None:
    User.objects.create_user("bo@saltmere.example", "Bo", Role.ADMINISTRATOR, last_login=now())


def test_what_a_person_closed_the_directory_does_not_open(directory: Directory, cast: Cast) -> None:
    key = directory.add("Worker").json()["id"]
    directory.end(key)
    administrator, worker = cast.user("administrator"), User.objects.get(pk=cast.user("worker").pk)
    with acting_as(administrator):
        accounts.open_again(worker, role="auditor", by=administrator, at=now())
        accounts.end_user(worker, by=administrator, at=now() + timedelta(seconds=1))

    directory.begin_again(key)

    assert not User.objects.get(pk=worker.pk).is_active


def test_a_last_day_that_is_over_stays_over(directory: Directory, cast: Cast) -> None:
    key = directory.add("Worker").json()["id"]
    directory.end(key)
    User.objects.filter(pk=cast.user("worker").pk).update(expires_at=now() - timedelta(days=1))

    directory.begin_again(key)

    assert not User.objects.get(pk=cast.user("worker").pk).is_active


def test_another_name_and_address_there_are_theirs_here(directory: Directory, cast: Cast) -> None:
    key = directory.add("Worker").json()["id"]

    directory.patch(
        f"Users/{key}",
        {"op": "replace", "value": {"displayName": "Robin New", "userName": "robin.new@saltmere.example"}},
    )

    user = User.objects.get(pk=cast.user("worker").pk)
    assert (user.name, user.email) == ("Robin New", "robin.new@saltmere.example")


def test_an_address_that_is_somebody_elses_is_not_taken(directory: Directory, cast: Cast) -> None:
    key = directory.add("Worker").json()["id"]
    directory.patch(
        f"Users/{key}", {"op": "replace", "path": "userName", "value": cast.user("colleague").email}
    )
    assert User.objects.get(pk=cast.user("worker").pk).email == "worker@saltmere.example"


def test_the_same_again_is_no_event(directory: Directory) -> None:
    key = directory.add("Kim Fell").json()["id"]
    for _ in range(2):
        directory.patch(f"Users/{key}", {"op": "replace", "path": "displayName", "value": "Kim Fell"})
    assert not Event.objects.filter(what=events.PERSON_CHANGED.name).exists()


def test_what_it_did_is_read_by_administrators(directory: Directory, cast: Cast) -> None:
    directory.end(directory.add("Worker").json()["id"])
    page = signed_in(cast.user("administrator")).get("/people/acts/").content.decode()
    assert "The directory named somebody" in page
    assert "The council’s directory" in page
