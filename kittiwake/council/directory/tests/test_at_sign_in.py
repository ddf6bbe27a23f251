"""At a sign-in by single sign-on: who somebody is, and which role their groups give. Against a provider over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse

from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.accounts.tests.provider import Provider, running, settings_for
from kittiwake.council.directory import events
from kittiwake.council.directory.models import DirectoryPerson, GroupRole
from kittiwake.history.models import Event
from tests.cast import NOW, Cast

START = "/account/oidc/council/"
GROUP = "Practitioners"


@pytest.fixture
def provider(settings, cast: Cast) -> Iterator[Provider]:
    with running(Provider()) as served:
        settings.OIDC_ISSUER = served.issuer
        settings.SOCIALACCOUNT_PROVIDERS = settings_for(served.issuer)
        settings.LOGIN_URL = "/account/login/"
        served.person = {"sub": "w-1", "email": cast.user("worker").email, "email_verified": True}
        yield served


def sign_in(client: Client):
    leaving = client.post(START)
    back = requests.get(leaving["Location"], allow_redirects=False, timeout=5).headers["Location"]
    return client.get(back.removeprefix("http://testserver"))


def is_in(client: Client) -> bool:
    return client.get("/").status_code == 200


def of(cast: Cast, name: str = "worker") -> User:
    return User.objects.get(pk=cast.user(name).pk)


def test_the_first_sign_in_ties_the_account_and_is_history(
    client: Client, cast: Cast, provider: Provider, by: User
) -> None:
    sign_in(client)

    person = DirectoryPerson.objects.get()
    assert (person.user, person.issuer, person.subject) == (of(cast), provider.issuer, "w-1")
    assert Event.objects.get(what=events.TIED.name).by_id == by.pk
    sign_in(Client())
    assert Event.objects.filter(what=events.TIED.name).count() == 1


def test_the_same_number_of_another_provider_is_another_person(
    client: Client, cast: Cast, provider: Provider
) -> None:
    sign_in(client)
    DirectoryPerson.objects.update(issuer="https://before.saltmere.example")

    again = Client()
    assert sign_in(again)["Location"] == reverse("socialaccount_login_error")
    assert not is_in(again)


def test_untied_by_an_administrator_they_are_tied_anew(
    client: Client, cast: Cast, provider: Provider
) -> None:
    sign_in(client)
    accounts.forget_factors(of(cast), by=cast.user("administrator"), at=NOW)
    provider.person["sub"] = "w-2"

    again = Client()
    sign_in(again)

    assert is_in(again)
    assert DirectoryPerson.objects.get().subject == "w-2"


def test_a_number_that_moves_to_another_account_is_theirs_alone(
    client: Client, cast: Cast, provider: Provider
) -> None:
    sign_in(client)
    accounts.forget_factors(of(cast), by=cast.user("administrator"), at=NOW)
    provider.person["email"] = cast.user("colleague").email

    sign_in(Client())

    assert DirectoryPerson.objects.get(subject="w-1").user == of(cast, "colleague")


def test_a_young_person_is_in_no_directory(client: Client, cast: Cast, provider: Provider) -> None:
    provider.person["email"] = cast.user("young_person").email

    assert "There is no account for you yet" in sign_in(client).content.decode()
    assert not SocialAccount.objects.exists()
    assert not DirectoryPerson.objects.exists()


# --- roles from groups


def test_a_role_comes_with_a_group_and_is_history(
    client: Client, cast: Cast, provider: Provider, gives, by: User
) -> None:
    gives(GROUP, Role.AUDITOR)
    provider.id_claims = {"groups": [GROUP, "Others"]}

    sign_in(client)

    assert is_in(client)
    assert of(cast).role == Role.AUDITOR
    assert {"accounts.role_changed", events.ROLE_FROM_GROUP.name} <= {
        event.what for event in Event.objects.filter(by_id=by.pk)
    }


def test_without_a_role_for_the_group_nothing_changes(client: Client, cast: Cast, provider: Provider) -> None:
    provider.id_claims = {"groups": [GROUP]}
    sign_in(client)
    assert of(cast).role == Role.SOCIAL_WORKER


def test_a_role_goes_with_the_last_group_that_gave_it(
    client: Client, cast: Cast, provider: Provider, gives
) -> None:
    gives(GROUP, Role.AUDITOR)
    provider.id_claims = {"groups": [GROUP]}
    sign_in(client)

    provider.id_claims = {"groups": ["Others"]}
    elsewhere = Client()
    assert sign_in(elsewhere)["Location"] == reverse("account_inactive")

    assert not is_in(elsewhere)
    assert not is_in(client)  # where they were signed in before
    assert not of(cast).is_active


def test_who_is_in_the_group_again_is_let_in_again(
    client: Client, cast: Cast, provider: Provider, gives
) -> None:
    gives(GROUP, Role.AUDITOR)
    for groups in ([GROUP], [], [GROUP]):
        provider.id_claims = {"groups": groups}
        client = Client()
        sign_in(client)

    assert is_in(client)
    assert (of(cast).role, SocialAccount.objects.count()) == (Role.AUDITOR, 1)


def test_groups_that_were_not_said_change_nothing(
    client: Client, cast: Cast, provider: Provider, gives
) -> None:
    gives(GROUP, Role.AUDITOR)
    provider.id_claims = {"groups": [GROUP]}
    sign_in(client)

    provider.id_claims = {"_claim_names": {"groups": "src1"}}
    again = Client()
    sign_in(again)

    assert is_in(again)
    assert of(cast).role == Role.AUDITOR


def test_a_role_that_an_administrator_gave_stays_without_a_group(
    client: Client, cast: Cast, provider: Provider, gives
) -> None:
    gives(GROUP, Role.AUDITOR)
    provider.id_claims = {"groups": ["Others"]}
    sign_in(client)
    assert is_in(client)


def test_of_several_groups_the_first_that_was_said_counts(
    client: Client, cast: Cast, provider: Provider, gives
) -> None:
    gives("First", Role.TEAM_MANAGER)
    gives("Second", Role.AUDITOR)
    provider.id_claims = {"groups": ["Second", "First"]}
    sign_in(client)
    assert of(cast).role == Role.TEAM_MANAGER


def test_what_a_group_gave_before_it_was_taken_back_ends(
    client: Client, cast: Cast, provider: Provider, gives
) -> None:
    gives(GROUP, Role.AUDITOR)
    provider.id_claims = {"groups": [GROUP]}
    sign_in(client)
    GroupRole.objects.update(ended_at=NOW)

    assert sign_in(Client())["Location"] == reverse("account_inactive")


# --- nobody widens their own access


def test_nobody_gets_a_role_by_what_they_said_of_a_group(
    client: Client, cast: Cast, provider: Provider, gives
) -> None:
    gives(GROUP, Role.DIRECTOR, by=cast.user("worker"))
    provider.id_claims = {"groups": [GROUP]}
    sign_in(client)
    assert of(cast).role == Role.SOCIAL_WORKER


def test_no_group_makes_somebody_else_of_an_administrator(
    client: Client, cast: Cast, provider: Provider, gives
) -> None:
    """By a group that another administrator wrote down they would come to see children."""
    gives(GROUP, Role.SOCIAL_WORKER, by=cast.user("principal"))
    provider.person["email"] = cast.user("administrator").email
    provider.id_claims = {"groups": [GROUP]}
    sign_in(client)
    assert of(cast, "administrator").role == Role.ADMINISTRATOR


def test_a_group_makes_administrators_only_where_the_council_says_so(
    client: Client, cast: Cast, provider: Provider, gives
) -> None:
    author = cast.user("administrator")
    GroupRole.objects.create(group=GROUP, role=Role.ADMINISTRATOR, at=NOW, by=author)
    provider.id_claims = {"groups": [GROUP]}
    sign_in(client)
    assert of(cast).role == Role.SOCIAL_WORKER

    from kittiwake.council.directory.recording import roles

    roles.change_rules(most_ended=10, makes_administrators=True, by=author, at=NOW)
    sign_in(Client())
    assert of(cast).role == Role.ADMINISTRATOR


def test_the_directorys_own_account_sees_no_child(cast: Cast, by: User) -> None:
    from kittiwake.access.identity import acting_as
    from kittiwake.record.models import Child, Entry

    with acting_as(by):
        assert not Child.objects.exists()
        assert not Entry.objects.exists()
        assert {event.what.partition(".")[0] for event in Event.objects.all()} <= {"accounts", "directory"}
