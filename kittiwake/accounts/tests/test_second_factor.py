from __future__ import annotations

import time
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from kittiwake.accounts import recording
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.accounts.tests.people import (
    SECRET,
    code_at,
    code_now,
    give_app,
    is_signed_in,
    make_user,
    sign_in,
    signed_in,
    to_sign_in,
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


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CHILD, Role.SYSTEM}))
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


# --- proving it again


def test_factors_change_only_after_a_fresh_proof(client: Client, with_app: User) -> None:
    sign_in(client, with_app)
    client.post(reverse("mfa_authenticate"), {"code": code_now()})
    pages = ["mfa_add_webauthn", "mfa_generate_recovery_codes"]
    assert [client.get(reverse(page)).status_code for page in pages] == [200, 200]

    with time_machine.travel(time.time() + 301, tick=False):
        for page in pages:
            refused = client.get(reverse(page))
            assert (
                refused["Location"]
                == f"{reverse('account_reauthenticate')}?next={quote(reverse(page), safe='')}"
            )
        wrong = client.post(refused["Location"], {"password": "not it"})
        assert "That is not your password" in wrong.content.decode()
        right = client.post(refused["Location"], {"password": "heron lantern gravel"})
        assert right["Location"] == reverse("mfa_generate_recovery_codes")
        assert client.get(right["Location"]).status_code == 200


def test_guessing_the_password_again_is_stopped_as_well(client: Client, with_app: User) -> None:
    sign_in(client, with_app)
    client.post(reverse("mfa_authenticate"), {"code": code_now()})
    with time_machine.travel(time.time() + 301, tick=False):
        client.get(reverse("mfa_add_webauthn"))
        pages = [client.post(reverse("account_reauthenticate"), {"password": "not it"}) for _ in range(12)]

    assert pages[-1].status_code == 429 or "too many tries" in pages[-1].content.decode()


def test_a_code_is_a_fresh_proof_as_well(client: Client, with_app: User) -> None:
    sign_in(client, with_app)
    client.post(reverse("mfa_authenticate"), {"code": code_now()})
    later = time.time() + 301
    with time_machine.travel(later, tick=False):
        refused = client.get(reverse("mfa_generate_recovery_codes"))
        assert "Use a code" in client.get(refused["Location"]).content.decode()
        confirm = f"{reverse('mfa_reauthenticate')}?next={reverse('mfa_generate_recovery_codes')}"
        page = client.get(confirm).content.decode()
        assert "From your authenticator app, or one of your recovery codes" in page
        assert "That did not work" in client.post(confirm, {"code": "000000"}).content.decode()
        assert client.get(reverse("mfa_generate_recovery_codes")).status_code == 302
        right = client.post(confirm, {"code": code_at(later)})
        assert right["Location"] == reverse("mfa_generate_recovery_codes")
        assert client.get(right["Location"]).status_code == 200


def test_who_has_nothing_here_to_prove_it_with_signs_in_again(settings, db: None) -> None:
    """Who came by single sign-on has neither a password nor a factor of ours."""
    settings.SECOND_FACTOR_REQUIRED = False
    client = Client()
    client.force_login(make_user("Kim Fell", password=None))
    answer = client.get(reverse("mfa_activate_totp"))
    assert answer["Location"] == to_sign_in(quote(reverse("mfa_activate_totp")))
    assert not is_signed_in(client)


def test_a_passkey_is_called_something_else(client: Client, with_app: User) -> None:
    passkey = Authenticator.objects.create(
        user=with_app, type=Authenticator.Type.WEBAUTHN, data={"name": "Passkey", "credential": {}}
    )
    sign_in(client, with_app)
    client.post(reverse("mfa_authenticate"), {"code": code_now()})
    rename = reverse("mfa_edit_webauthn", args=[passkey.pk])
    assert 'value="Passkey"' in client.get(rename).content.decode()
    assert "Enter a name" in client.post(rename, {"name": ""}).content.decode()
    assert client.post(rename, {"name": "Work laptop"}).status_code == 302
    assert "Work laptop" in client.get(reverse("accounts:overview")).content.decode()


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
