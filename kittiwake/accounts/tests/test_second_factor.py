from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from kittiwake.accounts import recording
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import NOT_PEOPLE, Role
from kittiwake.accounts.tests.people import (
    SECRET,
    code_at,
    code_now,
    give_app,
    is_signed_in,
    make_user,
    sign_in,
    signed_in,
)

NOW = 1_795_424_410.0  # ten seconds into a code


@pytest.fixture(autouse=True)
def _required(settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def with_app(robin: User) -> User:
    give_app(robin)
    return robin


def secret_of(client: Client) -> str:
    return client.session["mfa.totp.secret"]


def add_app(client: Client) -> str:
    """Set up an app as a person would. Gives its secret."""
    client.get(reverse("mfa_activate_totp"))
    secret = secret_of(client)
    client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})
    return secret


# --- who has none


@pytest.mark.parametrize(
    "path", ["/", "/account/", "/account/sessions/", "/account/password/", "/account/recovery-codes/"]
)
def test_nothing_opens_before_a_factor_is_set_up(robin: User, path: str) -> None:
    client = signed_in(robin)

    assert client.get(path)["Location"] == reverse("accounts:second_factor")


@pytest.mark.parametrize(
    ("role", "why"),
    [
        (Role.SOCIAL_WORKER, "What you see here is about children."),
        (Role.ADMINISTRATOR, "You say who may sign in here"),
        (Role.LEAD_MEMBER, "how the council’s work with children goes"),
    ],
)
def test_it_says_why_to_whoever_it_is(db: None, role: Role, why: str) -> None:
    page = signed_in(make_user(role=role)).get("/", follow=True).content.decode()
    assert why in page
    assert ("What you see here is about children" in page) == (role == Role.SOCIAL_WORKER)


def test_it_leads_to_setting_one_up_and_then_lets_in(robin: User) -> None:
    client = signed_in(robin)
    choice = client.get("/", follow=True).content.decode()
    assert "Set up a second proof that it is you" in choice

    secret = add_app(client)

    assert is_signed_in(client)
    assert "10 codes left of 10" in client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert secret not in str(Authenticator.objects.values_list("data", flat=True))


def test_a_wrong_code_sets_nothing_up(robin: User) -> None:
    client = signed_in(robin)
    client.get(reverse("mfa_activate_totp"))

    page = client.post(reverse("mfa_activate_totp"), {"code": "000000"}).content.decode()

    assert "That did not work. Codes change every 30 seconds" in page
    assert not Authenticator.objects.exists()
    assert not is_signed_in(client)


def test_a_young_person_needs_none(db: None) -> None:
    assert is_signed_in(signed_in(make_user("Ash Alder", Role.CHILD)))


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CHILD, *NOT_PEOPLE}))
def test_everybody_else_needs_one(db: None, role: Role) -> None:
    assert not is_signed_in(signed_in(make_user("Sam Tern", role)))


def test_a_demo_may_do_without(robin: User, settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = False

    assert is_signed_in(signed_in(robin))


def test_a_password_thief_who_came_first_is_asked_once_there_is_a_factor(robin: User) -> None:
    thief = signed_in(robin)
    owner = signed_in(robin)
    add_app(owner)

    assert thief.get("/")["Location"] == "/account/login/?next=/"
    assert thief.get(reverse("mfa_activate_totp")).status_code == 302
    assert not is_signed_in(thief)
    assert is_signed_in(owner)


def test_a_thief_cannot_pass_by_setting_up_again(robin: User) -> None:
    thief, owner = signed_in(robin), signed_in(robin)
    thief.get(reverse("mfa_activate_totp"))
    add_app(owner)

    thief.post(reverse("mfa_activate_totp"), {"code": "000000"})

    assert not is_signed_in(thief)


# --- who has one


def test_the_password_alone_opens_nothing(client: Client, with_app: User) -> None:
    assert sign_in(client, with_app)["Location"] == reverse("mfa_authenticate")

    assert not is_signed_in(client)


def test_the_right_code_opens_it(client: Client, with_app: User) -> None:
    sign_in(client, with_app)
    page = client.get(reverse("mfa_authenticate")).content.decode()
    assert "From your authenticator app, or one of your recovery codes" in page

    client.post(reverse("mfa_authenticate"), {"code": code_now()})

    assert is_signed_in(client)


def test_where_one_was_going_is_kept_across_the_code(client: Client, with_app: User) -> None:
    client.post(
        reverse("account_login"),
        {"login": with_app.email, "password": "heron lantern gravel", "next": "/account/sessions/"},
    )

    answer = client.post(reverse("mfa_authenticate"), {"code": code_now()})

    assert answer["Location"] == "/account/sessions/"


@pytest.mark.parametrize(
    ("seconds", "opens"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)]
)
def test_a_phone_may_be_half_a_minute_out(client: Client, with_app: User, seconds: int, opens: bool) -> None:
    with time_machine.travel(NOW, tick=False):
        sign_in(client, with_app)
        client.post(reverse("mfa_authenticate"), {"code": code_at(NOW + seconds)})

        assert is_signed_in(client) is opens


def test_a_code_is_good_once(with_app: User) -> None:
    with time_machine.travel(NOW, tick=False):
        first, second = Client(), Client()
        for client in (first, second):
            sign_in(client, with_app)
            client.post(reverse("mfa_authenticate"), {"code": code_at(NOW)})

        assert (is_signed_in(first), is_signed_in(second)) == (True, False)


def test_codes_cannot_be_guessed(client: Client, with_app: User) -> None:
    sign_in(client, with_app)
    for number in range(10):
        page = client.post(reverse("mfa_authenticate"), {"code": f"{number:06}"})
    assert "That did not work" in page.content.decode()

    page = client.post(reverse("mfa_authenticate"), {"code": code_now()})

    assert "There have been too many tries" in page.content.decode()
    assert not is_signed_in(client)


def test_a_recovery_code_opens_it_once(robin: User) -> None:
    owner = signed_in(robin)
    add_app(owner)
    text = owner.get(reverse("mfa_download_recovery_codes")).content.decode()
    code = text.split()[-1]

    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, robin)
        client.post(reverse("mfa_authenticate"), {"code": code})

    assert (is_signed_in(first), is_signed_in(second)) == (True, False)


def test_the_only_factor_cannot_be_removed(client: Client, with_app: User) -> None:
    sign_in(client, with_app)
    client.post(reverse("mfa_authenticate"), {"code": code_now()})

    page = client.post(reverse("mfa_deactivate_totp"), follow=True).content.decode()

    assert "This is your only second proof" in page
    assert Authenticator.objects.filter(user=with_app, type="totp").exists()


def test_it_can_be_removed_where_none_is_required(client: Client, with_app: User, settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    sign_in(client, with_app)
    client.post(reverse("mfa_authenticate"), {"code": code_now()})

    client.post(reverse("mfa_deactivate_totp"))

    assert not Authenticator.objects.filter(user=with_app).exists()


# --- the picture


def test_the_qr_code_is_a_file_that_nobody_keeps(robin: User) -> None:
    client = signed_in(robin)
    page = client.get(reverse("mfa_activate_totp"))
    picture = client.get(reverse("accounts:qr_code"))

    assert f'src="{reverse("accounts:qr_code")}"' in page.content.decode()
    assert "data:" not in page.content.decode()
    assert picture["Content-Type"] == "image/svg+xml"
    assert "no-store" in picture["Cache-Control"]
    assert picture.content.startswith(b"<?xml")
    assert "img-src 'self'" in page["Content-Security-Policy"]


def test_there_is_no_picture_without_a_secret_being_set_up(client: Client, with_app: User) -> None:
    sign_in(client, with_app)
    client.post(reverse("mfa_authenticate"), {"code": code_now()})

    assert client.get(reverse("accounts:qr_code")).status_code == 404


# --- sealed


def test_secrets_are_sealed_and_open_with_the_key_before_this_one(
    with_app: User, settings, client: Client
) -> None:
    stored = Authenticator.objects.get(user=with_app).data["secret"]
    assert SECRET not in stored
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a newer key", [settings.SECRET_KEY]

    sign_in(client, with_app)
    client.post(reverse("mfa_authenticate"), {"code": code_now()})
    assert is_signed_in(client)


def test_a_lost_phone_is_forgotten_and_a_new_one_asked_for(client: Client, with_app: User) -> None:
    sign_in(client, with_app)
    client.post(reverse("mfa_authenticate"), {"code": code_now()})

    recording.forget_factors(with_app, by=User.objects.system(), at=datetime.now(UTC))

    assert client.get("/")["Location"].startswith("/account/login/")
    sign_in(client, with_app)
    assert client.get("/")["Location"] == reverse("accounts:second_factor")
