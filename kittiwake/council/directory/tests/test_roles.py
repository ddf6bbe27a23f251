"""Which role a group gives: said by an administrator, for everybody but themselves."""

from __future__ import annotations

import pytest

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.directory.models import DirectoryPerson, GroupRole
from kittiwake.council.directory.recording import people, roles, tokens
from kittiwake.council.directory.tests.asking import listed
from kittiwake.history.refusal import Refused
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast


@pytest.mark.parametrize("role", [Role.PARTNER, Role.INSPECTOR, Role.CHILD])
def test_who_comes_for_a_time_comes_by_no_group(cast: Cast, gives, role: Role) -> None:
    with pytest.raises(Refused, match="no group gives this role"):
        gives("Police", role)


def test_administrators_come_by_a_group_where_the_council_says_so(cast: Cast, gives) -> None:
    with pytest.raises(Refused, match="No group makes system administrators here"):
        gives("Admins", Role.ADMINISTRATOR)
    roles.change_rules(most_ended=10, makes_administrators=True, by=cast.user("administrator"), at=NOW)
    assert gives("Admins", Role.ADMINISTRATOR).role == Role.ADMINISTRATOR


def test_a_group_gives_one_role(cast: Cast, gives) -> None:
    first = gives("Practitioners", Role.AUDITOR)
    with pytest.raises(Refused, match="gives a role already"):
        gives("Practitioners", Role.DIRECTOR)
    roles.take_role_back(first, by=cast.user("administrator"), at=NOW)
    assert gives(" Practitioners ", Role.DIRECTOR).group == "Practitioners"
    with pytest.raises(Refused, match="just taken this back"):
        roles.take_role_back(first, by=cast.user("administrator"), at=NOW)
    assert GroupRole.objects.count() == 2


def test_the_same_rules_again_are_refused(cast: Cast) -> None:
    said = {"most_ended": 20, "makes_administrators": False}
    roles.change_rules(**said, by=cast.user("administrator"), at=NOW)
    with pytest.raises(Refused, match="so already"):
        roles.change_rules(**said, by=cast.user("administrator"), at=NOW)


def test_the_only_administrator_keeps_the_role_that_a_group_gave(
    as_directory: User, cast: Cast, gives
) -> None:
    roles.change_rules(most_ended=10, makes_administrators=True, by=cast.user("administrator"), at=NOW)
    gives("Admins", Role.ADMINISTRATOR, by=cast.user("principal"))
    gives("Others", Role.AUDITOR, by=cast.user("principal"))
    person = listed("Administrator", as_directory)
    roles.take_groups(person, {"Admins"}, by=as_directory, at=NOW)
    assert person.group == "Admins" or person.group == ""
    DirectoryPerson.objects.filter(pk=person.pk).update(group="Admins")
    person = DirectoryPerson.objects.get(pk=person.pk)

    roles.take_groups(person, {"Others"}, by=as_directory, at=NOW)

    assert User.objects.get(pk=cast.user("administrator").pk).role == Role.ADMINISTRATOR


def test_a_role_said_by_hand_makes_the_account(as_directory: User, cast: Cast) -> None:
    person = listed("Kim Fell", as_directory)
    user = people.give_account(person, role="auditor", by=cast.user("administrator"), at=NOW)
    assert (user.name, user.email, user.role) == ("Kim Fell", "kim.fell@saltmere.example", "auditor")
    with pytest.raises(Refused, match="just given them an account"):
        people.give_account(person, role="auditor", by=cast.user("administrator"), at=NOW)


def test_without_an_address_they_wait_on(as_directory: User, cast: Cast, gives) -> None:
    gives("Practitioners", Role.AUDITOR)
    person = listed("Kim Fell", as_directory, user_name="kfell")
    roles.take_groups(person, {"Practitioners"}, by=as_directory, at=NOW)
    assert person.user is None
    with pytest.raises(Refused, match="is not an email address"):
        people.give_account(person, role="auditor", by=cast.user("administrator"), at=NOW)


def test_who_is_not_active_there_waits_for_nothing(as_directory: User, gives) -> None:
    gives("Practitioners", Role.AUDITOR)
    person = listed("Kim Fell", as_directory, is_active=False)
    roles.take_groups(person, {"Practitioners"}, by=as_directory, at=NOW)
    assert person.user is None


def test_who_was_known_by_sign_in_is_the_same_person_when_listed(as_directory: User, cast: Cast) -> None:
    worker = cast.user("worker")
    tied = people.tie(worker, issuer="https://sso.example", subject="w-1", by=as_directory, at=NOW)
    person = listed("Worker", as_directory)
    assert (person.pk, person.subject, person.is_listed) == (tied.pk, "w-1", True)


def test_a_token_ends_once(cast: Cast) -> None:
    from kittiwake.council.directory.models import DirectoryToken

    by = cast.user("administrator")
    made = tokens.make_token(name="Entra", ends_on=local_date(NOW), by=by, at=NOW)
    token = DirectoryToken.objects.get()
    assert made.startswith("kittiwake-")
    tokens.revoke_token(token, by=by, at=NOW)
    with pytest.raises(Refused, match="just ended this token"):
        tokens.revoke_token(token, by=by, at=NOW)
    with pytest.raises(Refused, match="within a year"):
        tokens.make_token(name="Entra", ends_on=local_date(NOW).replace(year=2030), by=by, at=NOW)
