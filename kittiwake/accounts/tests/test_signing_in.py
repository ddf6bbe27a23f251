from __future__ import annotations

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from kittiwake.accounts import passwords
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import NOT_PEOPLE, Role
from kittiwake.accounts.tests.people import (
    PASSWORD,
    is_signed_in,
    make_user,
    same_but_tokens,
    sign_in,
    to_sign_in,
)


def test_it_signs_in_with_the_right_password(client: Client, robin: User) -> None:
    assert client.get("/")["Location"] == to_sign_in()

    assert sign_in(client, robin)["Location"] == "/"

    assert b"The work of Robin Marsh" in client.get("/").content


def test_it_knows_an_address_in_capitals(client: Client, robin: User) -> None:
    sign_in(client, robin.email.upper())

    assert is_signed_in(client)


def test_it_refuses_a_wrong_password_in_plain_words(client: Client, robin: User) -> None:
    page = sign_in(client, robin, "heron lantern grovel")

    assert "The email address or the password is not right" in page.content.decode()
    assert not is_signed_in(client)


def test_it_says_what_was_left_out(client: Client, db: None) -> None:
    page = client.post(reverse("account_login"), {"login": "", "password": ""}).content.decode()

    assert "Enter your email address" in page
    assert "Enter your password" in page
    assert "<title>Error: Sign in – Kittiwake" in page


def test_it_answers_alike_for_known_and_unknown_addresses(robin: User) -> None:
    known = sign_in(Client(), robin.email, "wrong password one")
    unknown = sign_in(Client(), "no.body.here@saltmere.example", "wrong password one")

    assert known.status_code == unknown.status_code
    assert same_but_tokens(known.content).replace(robin.email, "") == same_but_tokens(
        unknown.content
    ).replace("no.body.here@saltmere.example", "")
    assert known.headers.keys() == unknown.headers.keys()
    assert known.cookies.keys() == unknown.cookies.keys()


def test_it_hashes_once_for_an_unknown_address(client: Client, robin: User, monkeypatch) -> None:
    """The time an answer takes is nearly all hashing: one for who is known, and one for who is not."""
    hashed = []
    encode, alike = Argon2PasswordHasher.encode, passwords.hash_secret
    monkeypatch.setattr(
        Argon2PasswordHasher, "encode", lambda *a, **k: hashed.append("made") or encode(*a, **k)
    )
    monkeypatch.setattr(passwords, "hash_secret", lambda *a, **k: hashed.append("tried") or alike(*a, **k))

    sign_in(client, robin.email, "wrong password one")
    for_known = len(hashed)
    sign_in(client, "nobody@saltmere.example", "wrong password one")

    assert (for_known, len(hashed)) == (1, 2)


def test_passwords_are_kept_as_argon2_where_the_application_cannot_read_them(robin: User) -> None:
    assert not robin.password.startswith("argon2$")
    with connection.cursor() as cursor:
        cursor.execute("SELECT accounts_sealed_with(%s)", [robin.pk])
        assert cursor.fetchone()[0].startswith("argon2$argon2id$v=19$m=")


def test_a_password_sealed_at_another_cost_is_sealed_anew(robin: User) -> None:
    cheap = Argon2PasswordHasher()
    cheap.memory_cost, cheap.time_cost, cheap.parallelism = 64, 1, 1
    passwords.keep(robin.pk, cheap.encode(PASSWORD, cheap.salt()))
    assert passwords.is_cheap(robin.pk)
    assert not robin.check_password("wrong password one")
    assert robin.check_password(PASSWORD)
    assert not passwords.is_cheap(robin.pk)
    assert robin.check_password(PASSWORD)


def test_nobody_signs_up(client: Client, db: None) -> None:
    page = client.get(reverse("account_signup"))
    sent = client.post(
        reverse("account_signup"),
        {"email": "new@saltmere.example", "password1": PASSWORD, "password2": PASSWORD},
    )

    assert "Accounts are made by a system administrator" in page.content.decode()
    assert "Accounts are made by a system administrator" in sent.content.decode()
    assert not User.objects.filter(email="new@saltmere.example").exists()


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "https:evil",
    ],
)
def test_it_goes_nowhere_else_afterwards(client: Client, robin: User, elsewhere: str) -> None:
    details = {"login": robin.email, "password": PASSWORD, "next": elsewhere}

    assert client.post(reverse("account_login"), details)["Location"] == "/"
    assert client.post(reverse("account_logout"), {"next": elsewhere})["Location"].startswith("/")
    assert "elsewhere" not in client.post(reverse("account_logout"), {"next": elsewhere})["Location"]


def test_it_goes_on_to_where_one_was_going(client: Client, robin: User) -> None:
    details = {"login": robin.email, "password": PASSWORD, "next": "/account/sessions/"}

    assert client.post(reverse("account_login"), details)["Location"] == "/account/sessions/"


def test_another_host_of_ours_is_elsewhere_too(client: Client, robin: User, settings) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "other.saltmere.example"]
    details = {"login": robin.email, "password": PASSWORD, "next": "http://other.saltmere.example/"}

    assert client.post(reverse("account_login"), details)["Location"] == "/"


def test_signing_out_ends_the_session(client: Client, robin: User) -> None:
    sign_in(client, robin)
    stolen = client.cookies["sessionid"].value

    client.post(reverse("account_logout"))

    assert not is_signed_in(client)
    client.cookies["sessionid"] = stolen
    assert not is_signed_in(client)


def test_a_session_from_before_signing_in_is_given_a_new_key(client: Client, robin: User) -> None:
    client.post(reverse("account_logout"))  # any page; then a session that somebody else might have planted
    session = client.session
    session["planted"] = True
    session.save()
    before = client.cookies["sessionid"].value

    sign_in(client, robin)

    assert client.cookies["sessionid"].value != before


def test_nothing_is_mailed_for_signing_in(client: Client, robin: User) -> None:
    sign_in(client, robin)

    assert mail.outbox == []


@pytest.mark.parametrize("role", sorted(NOT_PEOPLE))
def test_what_is_nobody_cannot_sign_in(client: Client, db: None, role: Role) -> None:
    """Kittiwake itself, and the council's directory."""
    user = User.objects.get(role=role)
    user.set_password(PASSWORD)
    user.save()

    assert sign_in(client, user)["Location"] == reverse("account_inactive")
    assert not is_signed_in(client)


@pytest.mark.parametrize("role", sorted(NOT_PEOPLE))
def test_what_is_nobody_answers_no_session(db: None, role: Role) -> None:
    client = Client()
    client.force_login(User.objects.get(role=role))

    assert not is_signed_in(client)


def test_every_role_may_see_its_account(db: None) -> None:
    for role in set(Role) - NOT_PEOPLE:
        client = Client()
        client.force_login(make_user(f"The {role.value}", role))
        assert client.get(reverse("accounts:overview")).status_code == 200, role
