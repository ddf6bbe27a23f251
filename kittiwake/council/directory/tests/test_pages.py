from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.directory.models import DirectoryPerson, DirectoryToken, GroupRole, standing_rules
from kittiwake.council.directory.tests.asking import Directory, listed, made_token
from kittiwake.time.moments import local_date
from tests.cast import Cast, signed_in

HOME = "/directory/"


@pytest.fixture
def administrator(cast: Cast) -> Client:
    return signed_in(cast.user("administrator"))


def send(client: Client, page: str, *args: object, **typed: object) -> HttpResponse:
    return client.post(reverse(f"directory:{page}", args=args), {**typed, "once": str(uuid4())})


def text(client: Client, path: str = HOME) -> str:
    return client.get(path).content.decode()


def day(name: str, ahead: int) -> dict[str, int]:
    on = local_date(now()) + timedelta(days=ahead)
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def test_an_empty_one_says_what_it_is_without(administrator: Client) -> None:
    page = text(administrator)
    assert "No group gives a role" in page
    assert "Without one the directory adds and ends nobody here" in page
    assert "http://testserver/scim/v2<" in page


def test_a_group_is_given_a_role_and_it_is_taken_back(administrator: Client, cast: Cast) -> None:
    sent = send(administrator, "add_group_role", group="Practitioners", role="social_worker")
    assert sent["Location"] == HOME
    row = GroupRole.objects.get()
    assert "Practitioners" in text(administrator)

    assert send(administrator, "end_group_role", row.pk)["Location"] == HOME
    assert "No group gives a role" in text(administrator)


def test_the_role_of_an_administrator_is_refused_beside_its_question(administrator: Client) -> None:
    sent = send(administrator, "add_group_role", group="Admins", role="administrator")
    assert sent.status_code == 422
    assert "No group makes system administrators here" in sent.content.decode()


def test_a_token_is_shown_once(administrator: Client) -> None:
    sent = send(administrator, "make_token", name="Entra", **day("ends_on", 30))
    shown = text(administrator, sent["Location"])
    (made,) = re.findall(r"kittiwake-[\w-]+", shown)

    assert Directory(made).ask("GET", "Users").status_code == 200
    assert made not in text(administrator, sent["Location"])
    assert made not in text(administrator)

    send(administrator, "revoke_token", DirectoryToken.objects.get().pk)
    assert Directory(made).ask("GET", "Users").status_code == 401


def test_a_council_says_what_the_directory_may_do(administrator: Client) -> None:
    send(administrator, "change_rules", most_ended="25", makes_administrators="yes")
    standing = standing_rules()
    assert standing
    assert (standing.most_ended, standing.makes_administrators) == (25, True)
    assert "At most 25 of a hundred" in text(administrator)


@pytest.mark.parametrize("most", ["0", "101", "some"])
def test_a_share_is_of_a_hundred(administrator: Client, most: str) -> None:
    assert send(administrator, "change_rules", most_ended=most, makes_administrators="no").status_code == 422


def test_who_waits_is_given_a_role(administrator: Client, by: User) -> None:
    person = listed("Kim Fell", by)
    assert "Kim Fell, kim.fell@saltmere.example" in text(administrator)

    send(administrator, "give_role", person.pk, role="auditor")

    assert User.objects.get(email="kim.fell@saltmere.example").role == Role.AUDITOR
    assert "Kim Fell, " not in text(administrator)


def held(cast: Cast, by: User, *names: str) -> list[DirectoryPerson]:
    people = [listed(name.capitalize(), by) for name in names]
    keys = [person.pk for person in people]
    DirectoryPerson.objects.filter(pk__in=keys).update(held_at=now(), held_because="many", is_active=False)
    return people


@pytest.mark.parametrize(("outcome", "is_active"), [("left", False), ("wrong", True)])
def test_who_was_ended_with_many_is_decided_on(
    administrator: Client, cast: Cast, by: User, outcome: str, is_active: bool
) -> None:
    (person,) = held(cast, by, "worker")
    assert "Many were ended at once" in text(administrator)

    send(administrator, "decide_end", person.pk, outcome=outcome)

    assert User.objects.get(pk=cast.user("worker").pk).is_active is is_active
    assert "Many were ended at once" not in text(administrator)


def test_all_who_were_ended_at_once_are_decided_on_together(
    administrator: Client, cast: Cast, by: User
) -> None:
    held(cast, by, "worker", "colleague")
    send(administrator, "decide_many_ends", outcome="left")
    assert not User.objects.filter(email__startswith="worker", is_active=True).exists()
    assert not User.objects.filter(email__startswith="colleague", is_active=True).exists()


def test_the_page_of_a_person_says_where_their_role_comes_from(
    administrator: Client, cast: Cast, by: User
) -> None:
    (person,) = held(cast, by, "worker")
    DirectoryPerson.objects.filter(pk=person.pk).update(group="Practitioners")
    page = text(administrator, reverse("people:person", args=[cast.user("worker").pk]))
    assert "From the directory’s group “Practitioners”" in page
    assert "The directory has ended them: decide about it" in page
    change = text(administrator, reverse("people:change_role", args=[cast.user("worker").pk]))
    assert "which gives it to them again" in change


def test_it_asks_as_often_for_many_rows_as_for_few(administrator: Client, by: User, gives) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            text(administrator)
        return len(queries)

    def more(number: int) -> None:
        for place in range(number):
            person = listed(f"Kim {place} {DirectoryPerson.objects.count()}", by)
            user = User.objects.create_user(f"{person.pk}@saltmere.example", person.name, Role.AUDITOR)
            DirectoryPerson.objects.filter(pk=person.pk).update(user=user, held_at=now(), held_because="many")
            listed(f"Robin {place} {DirectoryPerson.objects.count()}", by)
            gives(f"Group {person.pk}", Role.AUDITOR)
            made_token(person.user or User.objects.directory())

    more(1)
    text(administrator)  # with the first page a session is looked at for the first time
    few = asked()
    more(6)
    assert asked() == few


def test_nobody_else_opens_them(cast: Cast) -> None:
    for name in ("worker", "manager", "director", "protection_officer", "outsider", "partner"):
        assert signed_in(cast.user(name)).get(HOME).status_code == 403
