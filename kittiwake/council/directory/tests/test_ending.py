"""A directory that drops very many, or the only administrator: a person decides first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import now

from kittiwake.access.identity import acting_as
from kittiwake.access.tests.conftest import Crowd
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.directory import events
from kittiwake.council.directory.models import DirectoryPerson
from kittiwake.council.directory.recording import ending, people, roles
from kittiwake.council.directory.tests.asking import Directory, listed
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from tests.cast import NOW, Cast

MANY = 30  # a tenth is less than the five that are never too many


def workers(by: User, number: int = MANY) -> list[DirectoryPerson]:
    made = []
    for place in range(number):
        name = f"Kim {place}"
        User.objects.create_user(f"kim.{place}@saltmere.example", name, Role.SOCIAL_WORKER)
        made.append(listed(name, by))
    return made


def ended() -> int:
    return User.objects.filter(email__startswith="kim.", is_active=False).count()


def fresh(person: DirectoryPerson) -> DirectoryPerson:
    return DirectoryPerson.objects.select_related("user").get(pk=person.pk)


def test_a_directory_that_drops_everybody_is_held(as_directory: User) -> None:
    for person in workers(as_directory):
        people.drop_person(person, by=as_directory, at=NOW)

    assert ended() == 5
    held = DirectoryPerson.objects.filter(held_because="many")
    assert held.count() == MANY - 5
    assert all(person.user.is_active for person in held)
    assert Event.objects.filter(what=events.END_HELD.name, by_id=as_directory.pk).count() == MANY - 5


def test_an_hour_later_some_more_may_leave(as_directory: User) -> None:
    everybody = workers(as_directory)
    for person in everybody[:6]:
        people.drop_person(person, by=as_directory, at=NOW)
    people.drop_person(everybody[6], by=as_directory, at=NOW + timedelta(minutes=61))
    assert ended() == 6


def test_a_council_says_how_many(as_directory: User, cast: Cast) -> None:
    roles.change_rules(most_ended=50, makes_administrators=False, by=cast.user("administrator"), at=NOW)
    for person in workers(as_directory):
        people.drop_person(person, by=as_directory, at=NOW)
    assert ended() == MANY // 2


def test_the_only_administrator_is_never_closed(directory: Directory, cast: Cast) -> None:
    administrator = cast.user("administrator")
    key = directory.add("Administrator").json()["id"]

    assert directory.ask("DELETE", f"Users/{key}").status_code == 204

    person = DirectoryPerson.objects.get(pk=key)
    assert User.objects.get(pk=administrator.pk).is_active
    assert person.held_because == "administrator"
    with pytest.raises(Refused, match="the only system administrator who stays"), acting_as(administrator):
        ending.confirm_end(person, by=administrator, at=now())


def held_one(by: User) -> DirectoryPerson:
    *_, last = everybody = workers(by, 6)
    for person in everybody:
        people.drop_person(person, by=by, at=NOW)
    return fresh(last)


def test_an_administrator_says_that_they_have_left(as_directory: User, cast: Cast) -> None:
    person = held_one(as_directory)
    ending.confirm_end(person, by=cast.user("administrator"), at=NOW)
    person = fresh(person)
    assert (person.held_at, person.user.is_active) == (None, False)
    with pytest.raises(Refused, match="Somebody else has just decided"):
        ending.undo_end(person, by=cast.user("administrator"), at=NOW)


def test_or_that_the_directory_was_wrong(as_directory: User, cast: Cast) -> None:
    person = held_one(as_directory)
    ending.undo_end(person, by=cast.user("administrator"), at=NOW)
    person = fresh(person)
    assert (person.held_at, person.user.is_active) == (None, True)
    assert Event.objects.get(what=events.END_UNDONE.name).by_id == cast.user("administrator").pk


def test_somebody_closed_them_meanwhile(as_directory: User, cast: Cast) -> None:
    from kittiwake.accounts import recording as accounts

    person = held_one(as_directory)
    accounts.end_user(person.user, by=cast.user("administrator"), at=NOW)
    ending.confirm_end(person, by=cast.user("administrator"), at=NOW)
    assert fresh(person).held_at is None


def test_what_the_directory_takes_back_before_anybody_decides_is_over(directory: Directory, by: User) -> None:
    everybody = workers(by, 6)
    for person in everybody:
        directory.end(person.pk)
    last = fresh(everybody[-1])
    assert last.held_at

    directory.begin_again(last.pk)

    last = fresh(last)
    assert (last.held_at, last.user.is_active) == (None, True)


def test_a_group_given_back_takes_the_end_back(as_directory: User, gives) -> None:
    gives("Practitioners", Role.AUDITOR)
    everybody = workers(as_directory, 6)
    for named in ({"Practitioners"}, set()):
        for person in everybody:
            roles.take_groups(fresh(person), named, by=as_directory, at=NOW)
    last = fresh(everybody[-1])
    assert last.held_at

    roles.take_groups(last, {"Practitioners"}, by=as_directory, at=NOW)

    last = fresh(last)
    assert (last.held_at, last.user.role) == (None, Role.AUDITOR)


def test_of_many_ended_at_the_same_moment_no_more_go(crowd: Crowd) -> None:
    def make() -> list[int]:
        by = User.objects.directory()
        with acting_as(by):
            return [person.pk for person in workers(by, 10)]

    def drop(key: int) -> None:
        by = User.objects.directory()
        with acting_as(by):
            people.drop_person(fresh(DirectoryPerson(pk=key)), by=by, at=now())

    (keys,) = crowd(make)
    crowd(*[lambda key=key: drop(key) for key in keys])
    assert crowd(ended) == [5]
