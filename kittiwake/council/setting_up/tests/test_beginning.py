from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.setting_up import recording
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Agency
from tests.cast import NOW

ROBIN = {"administrator": "Robin.Marsh@saltmere.example"}


@pytest.fixture
def by(db: None) -> User:
    return User.objects.system()


def administrators() -> list[User]:
    return list(User.objects.filter(role=Role.ADMINISTRATOR))


def test_a_council_begins_with_its_name_and_its_first_administrator(by: User) -> None:
    path = recording.begin("Saltmere Council", **ROBIN, by=by, at=NOW)

    (first,) = administrators()
    assert (first.email, first.name) == ("robin.marsh@saltmere.example", "Robin Marsh")
    assert Agency.objects.get(kind="council").name == "Saltmere Council"
    assert "Choose a password" in Client().get(path, follow=True).content.decode()
    assert list(Event.objects.order_by("pk").values_list("what", flat=True)) == [
        "settings.detail_set",
        "accounts.user_added",
        "accounts.user_invited",
    ]


def test_asked_again_it_mends_what_was_mistyped_and_the_first_link_is_dead(by: User) -> None:
    first = recording.begin("Saltmeer", administrator="robin@saltmeer.example", by=by, at=NOW)

    second = recording.begin("Saltmere Council", **ROBIN, by=by, at=NOW + timedelta(minutes=1))

    assert [user.email for user in administrators()] == ["robin.marsh@saltmere.example"]
    assert [agency.name for agency in Agency.objects.all()] == ["Saltmere Council"]
    assert "This link no longer works" in Client().get(first, follow=True).content.decode()
    assert "Choose a password" in Client().get(second, follow=True).content.decode()


def test_once_somebody_has_signed_in_it_is_refused(by: User) -> None:
    recording.begin("Saltmere Council", **ROBIN, by=by, at=NOW)
    User.objects.filter(role=Role.ADMINISTRATOR).update(last_login=NOW)

    with pytest.raises(Refused, match="This council is set up: somebody has signed in already"):
        recording.begin("Saltmere Council", **ROBIN, by=by, at=NOW)


@pytest.mark.parametrize(
    ("council", "administrator", "words"),
    [
        (" ", "robin@saltmere.example", "Enter the council’s name"),
        ("Saltmere", "robin", "robin is not an email address"),
    ],
)
def test_it_refuses_what_is_no_name_and_no_address(
    by: User, council: str, administrator: str, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        recording.begin(council, administrator=administrator, by=by, at=NOW)
    assert administrators() == []


def test_the_name_of_another_kind_of_agency_is_not_taken(by: User) -> None:
    Agency.objects.create(name="Saltmere", kind="police")

    with pytest.raises(Refused, match="There is an agency called Saltmere already"):
        recording.begin("Saltmere", **ROBIN, by=by, at=NOW)


def test_asked_again_in_the_same_words_it_only_makes_another_link(by: User) -> None:
    first = recording.begin("Saltmere Council", **ROBIN, by=by, at=NOW)
    second = recording.begin("Saltmere Council", **ROBIN, by=by, at=NOW + timedelta(minutes=1))
    assert first != second
    assert list(Event.objects.order_by("pk").values_list("what", flat=True))[3:] == ["accounts.user_invited"]
