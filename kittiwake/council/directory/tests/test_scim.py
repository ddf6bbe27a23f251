"""A council's directory over HTTP: a client that knows the standard, and what the well-known ones send."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from django.utils.timezone import now
from scim2_client.engines.wsgi import WSGISCIMClient
from scim2_models import ScimProvider
from scim2_tester import Status, check_server

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.directory.models import DirectoryToken
from kittiwake.council.directory.tests.asking import Directory, address_of
from tests.cast import Cast, signed_in


@pytest.fixture
def one_connection() -> Iterator[None]:
    """As Django's own client does: the test's transaction goes on from one request to the next."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("one_connection")
def test_a_client_that_knows_the_standard_finds_nothing_wrong(directory: Directory) -> None:
    client = WSGISCIMClient(
        get_wsgi_application(),
        base_url="http://testserver/scim/v2",
        headers={"Authorization": f"Bearer {directory.token}"},
        provider=ScimProvider(),
    )

    results = check_server(client)

    wrong = [
        f"{result.title}: {result.reason}"
        for result in results
        if result.status in {Status.ERROR, Status.CRITICAL}
    ]
    # Somebody is active or is not: taken away, the word stays as it was last said.
    assert wrong == ["check_remove_attribute: PATCH modify() did not remove attribute 'active'"]
    assert sum(result.status == Status.SUCCESS for result in results) > 50


# --- with a token, or not at all


@pytest.mark.parametrize("path", ["Users", "Users/1", "Groups", "Groups/1", "ServiceProviderConfig", "x"])
def test_nothing_is_answered_without_a_token(db: None, path: str) -> None:
    for given in ("", "Bearer", "Bearer not-it", "Basic YTpi"):
        answer = Client().get(f"/scim/v2/{path}", headers={"Authorization": given})
        assert (answer.status_code, answer["Content-Type"]) == (401, "application/scim+json")
        assert answer["WWW-Authenticate"] == "Bearer"


def test_a_session_is_no_token(cast: Cast) -> None:
    assert signed_in(cast.user("administrator")).get("/scim/v2/Users").status_code == 401


def test_only_its_digest_is_kept(directory: Directory) -> None:
    token = DirectoryToken.objects.get()
    assert directory.token not in "".join(map(str, token.__dict__.values()))


def test_it_works_until_its_day_is_over_or_somebody_ends_it(directory: Directory, cast: Cast) -> None:
    tokens = DirectoryToken.objects.all()
    assert directory.ask("GET", "Users").status_code == 200

    tokens.update(ends_on=now().date() - timedelta(days=1))
    assert directory.ask("GET", "Users").status_code == 401

    tokens.update(ends_on=now().date() + timedelta(days=1), revoked_at=now())
    assert directory.ask("GET", "Users").status_code == 401


def test_when_it_was_last_used_is_known(directory: Directory) -> None:
    assert DirectoryToken.objects.get().used_at is None
    directory.ask("GET", "Users")
    used_at = DirectoryToken.objects.get().used_at
    assert used_at

    directory.ask("GET", "Users")
    assert DirectoryToken.objects.get().used_at == used_at


@pytest.mark.parametrize(
    ("method", "place", "body", "status"),
    [
        ("POST", "Users", "no json", 400),
        ("POST", "Users", {"schemas": []}, 400),
        ("POST", "Users", [], 400),
        ("PUT", "Users", {}, 405),
        ("DELETE", "Users", None, 405),
        ("POST", "Users/1", {}, 405),
        ("PATCH", "ServiceProviderConfig", {}, 405),
        ("GET", "Users/999999", None, 404),
        ("GET", "Users/x", None, 404),
        ("GET", "Nothing", None, 404),
        ("GET", "Schemas/nothing", None, 404),
        ("POST", "Groups", {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"]}, 400),
    ],
)
def test_what_is_wrong_is_said_in_its_own_language(
    directory: Directory, method: str, place: str, body: object, status: int
) -> None:
    answer = directory.ask(method, place, body)
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/scim+json"
    assert answer.json()["schemas"] == ["urn:ietf:params:scim:api:messages:2.0:Error"]


def test_what_is_too_large_is_refused(directory: Directory, settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    assert directory.add("Kim Fell", externalId="x" * 200).status_code == 413


def test_other_pages_take_no_more_methods_than_before(cast: Cast) -> None:
    client = signed_in(cast.user("administrator"))
    for path in ("/directory/", "/nowhere/"):
        assert client.put(path).status_code == 405
        assert client.delete(path).status_code == 405
    assert Client().generic("TRACE", "/scim/v2/Users").status_code == 405


# --- groups


def test_a_group_gives_its_role_to_whoever_is_in_it(directory: Directory, cast: Cast, gives) -> None:
    gives("Practitioners", Role.SOCIAL_WORKER)
    key = directory.add("Kim Fell").json()["id"]

    group = directory.group("Practitioners", key).json()

    kim = User.objects.get(email=address_of("Kim Fell"))
    assert (kim.role, kim.is_active) == (Role.SOCIAL_WORKER, True)
    assert directory.ask("GET", f"Users/{key}").json()["groups"][0]["display"] == "Practitioners"

    gone = directory.patch(f"Groups/{group['id']}", {"op": "Remove", "path": f'members[value eq "{key}"]'})
    assert "members" not in gone.json()
    kim.refresh_from_db()
    assert not kim.is_active

    back = {"op": "Add", "path": "members", "value": [{"value": key}]}
    directory.patch(f"Groups/{group['id']}", back)
    kim.refresh_from_db()
    assert (kim.is_active, kim.role) == (True, Role.SOCIAL_WORKER)


def test_as_entra_takes_somebody_out(directory: Directory, gives) -> None:
    gives("Practitioners", Role.SOCIAL_WORKER)
    key = directory.add("Kim Fell").json()["id"]
    group = directory.group("Practitioners", key).json()

    directory.patch(f"Groups/{group['id']}", {"op": "Remove", "path": "members", "value": [{"value": key}]})

    assert not User.objects.get(email=address_of("Kim Fell")).is_active


@pytest.mark.parametrize("how", ["dropped", "renamed"])
def test_a_group_that_vanishes_ends_the_role(directory: Directory, gives, how: str) -> None:
    gives("Practitioners", Role.SOCIAL_WORKER)
    key = directory.add("Kim Fell").json()["id"]
    place = f"Groups/{directory.group('Practitioners', key).json()['id']}"

    if how == "dropped":
        assert directory.ask("DELETE", place).status_code == 204
    else:
        directory.patch(place, {"op": "replace", "path": "displayName", "value": "Others"})

    assert not User.objects.get(email=address_of("Kim Fell")).is_active


def test_whom_nobody_knows_is_in_no_group(directory: Directory) -> None:
    for member in ("999999", "not a number"):
        answer = directory.group("Practitioners", member)
        assert (answer.status_code, answer.json()["scimType"]) == (400, "invalidValue")
    assert directory.ask("GET", "Groups").json()["totalResults"] == 0
