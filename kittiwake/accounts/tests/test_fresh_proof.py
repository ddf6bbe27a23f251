"""Proving who one is again, before anything that proves it is changed; and what a passkey is called."""

from __future__ import annotations

import time
from urllib.parse import quote

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from kittiwake.accounts.models import User
from kittiwake.accounts.tests.people import (
    code_at,
    code_now,
    give_app,
    is_signed_in,
    make_user,
    sign_in,
    to_sign_in,
)


@pytest.fixture(autouse=True)
def _required(settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def with_app(robin: User) -> User:
    give_app(robin)
    return robin


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
