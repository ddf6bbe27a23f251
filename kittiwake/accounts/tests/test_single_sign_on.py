from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client
from django.urls import reverse

from kittiwake.accounts import recording
from kittiwake.accounts.models import User
from kittiwake.accounts.tests.people import give_app, is_signed_in, make_user, sign_in, signed_in
from kittiwake.accounts.tests.provider import Provider, running, settings_for

START = "/account/oidc/council/"


@pytest.fixture
def provider(settings) -> Iterator[Provider]:
    with running(Provider()) as served:
        settings.OIDC_ISSUER = served.issuer
        settings.SOCIALACCOUNT_PROVIDERS = settings_for(served.issuer)
        served.person = {"sub": "r-1", "email": "robin.marsh@saltmere.example", "email_verified": True}
        yield served


def come_back(client: Client, start: str = START):
    """Press the button, let the provider send the browser back, and follow it once."""
    leaving = client.post(start)
    assert leaving.status_code == 302, leaving.content
    back = requests.get(leaving["Location"], allow_redirects=False, timeout=5).headers["Location"]
    return client.get(back.removeprefix("http://testserver"))


def test_somebody_with_an_account_comes_in(client: Client, robin: User, provider: Provider) -> None:
    answer = come_back(client)

    assert answer["Location"] == "/"
    assert "The work of Robin Marsh" in client.get("/").content.decode()
    assert SocialAccount.objects.get().user == robin
    assert mail.outbox[0].subject == "Kittiwake: single sign-on"


def test_their_password_stays_as_it_was(client: Client, robin: User, provider: Provider) -> None:
    come_back(client)

    assert is_signed_in(signed_in(robin))


def test_one_goes_on_to_where_one_was_going(client: Client, robin: User, provider: Provider) -> None:
    assert come_back(client, f"{START}?next=/account/sessions/")["Location"] == "/account/sessions/"


def test_one_goes_nowhere_else(client: Client, robin: User, provider: Provider) -> None:
    assert come_back(client, f"{START}?next=https://elsewhere.example/")["Location"] == "/"


def test_nobody_is_made_an_account(client: Client, db: None, provider: Provider) -> None:
    page = come_back(client).content.decode()

    assert "There is no account for you yet" in page
    assert all(not user.is_somebody for user in User.objects.all())
    assert not is_signed_in(client)


@pytest.mark.parametrize("verified", [False, "false", None])
def test_an_address_nobody_vouches_for_opens_nothing(
    client: Client, robin: User, provider: Provider, verified: object
) -> None:
    provider.person["email_verified"] = verified

    assert "There is no account for you yet" in come_back(client).content.decode()
    assert not is_signed_in(client)


def test_a_domain_of_the_councils_own_is_vouched_for(
    client: Client, robin: User, provider: Provider, settings
) -> None:
    del provider.person["email_verified"]
    settings.OIDC_EMAIL_DOMAINS = ["saltmere.example"]

    come_back(client)

    assert is_signed_in(client)


def test_afterwards_only_the_providers_number_counts(client: Client, robin: User, provider: Provider) -> None:
    come_back(client)
    provider.person["email"] = "robin.new.name@saltmere.example"

    again = Client()
    come_back(again)

    assert is_signed_in(again)


def test_an_address_given_to_somebody_else_later_opens_nothing(
    client: Client, robin: User, provider: Provider
) -> None:
    come_back(client)
    provider.person["sub"] = "another-person"

    successor = Client()
    assert "There is no account for you yet" in come_back(successor).content.decode()
    assert not is_signed_in(successor)


def test_a_leaver_stays_out(client: Client, robin: User, provider: Provider) -> None:
    User.objects.filter(pk=robin.pk).update(is_active=False)

    assert come_back(client)["Location"] == reverse("account_inactive")
    assert not is_signed_in(client)


def test_two_answers_about_two_people_are_refused(client: Client, robin: User, provider: Provider) -> None:
    provider.id_claims = {"sub": "somebody-else"}

    assert come_back(client)["Location"] == reverse("socialaccount_login_error")
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "wrong", [{"aud": "another-service"}, {"iss": "https://elsewhere.example"}, {"exp": 1_000_000_000}]
)
def test_a_token_for_or_from_somebody_else_is_refused(
    client: Client, robin: User, provider: Provider, wrong: dict
) -> None:
    provider.id_claims = wrong

    assert "We could not sign you in" in come_back(client).content.decode()
    assert not is_signed_in(client)


def test_an_answer_without_our_question_is_refused(client: Client, robin: User, provider: Provider) -> None:
    leaving = client.post(START)
    back = requests.get(leaving["Location"], allow_redirects=False, timeout=5).headers["Location"]

    victim = Client()
    page = victim.get(back.removeprefix("http://testserver"))

    assert "We could not sign you in" in page.content.decode()
    assert not is_signed_in(victim)


def test_a_refusal_at_the_provider_is_told_kindly(client: Client, robin: User, provider: Provider) -> None:
    provider.refuses = "access_denied"

    answer = client.get(come_back(client)["Location"])

    assert "You did not sign in" in answer.content.decode()


def test_nobody_is_sent_away_by_a_link_alone(client: Client, robin: User, provider: Provider) -> None:
    page = client.get(START)

    assert page.status_code == 200
    assert "Sign in with your Saltmere account" in page.content.decode()
    assert provider.asked == []


def test_who_is_signed_in_cannot_tie_another_person_to_the_account(robin: User, provider: Provider) -> None:
    provider.person = {"sub": "k-1", "email": "kim.fell@elsewhere.example", "email_verified": True}
    client = signed_in(robin)

    assert come_back(client, f"{START}?process=connect")["Location"] == "/account/"
    assert not SocialAccount.objects.exists()


def test_only_that_page_may_lead_to_the_provider(client: Client, robin: User, provider: Provider) -> None:
    def actions(path: str) -> set[str]:
        policy = client.get(path)["Content-Security-Policy"]
        return set(next(part for part in policy.split("; ") if part.startswith("form-action")).split()[1:])

    assert actions(reverse("account_login")) == {"'self'", provider.issuer}
    assert actions(START) == {"'self'", provider.issuer}
    assert actions(reverse("account_reset_password")) == {"'self'"}


def test_other_origins_on_the_way_can_be_named(
    client: Client, db: None, provider: Provider, settings
) -> None:
    settings.OIDC_ORIGINS = ["https://sts.saltmere.example"]

    assert (
        f"form-action 'self' {provider.issuer} https://sts.saltmere.example"
        in (client.get(reverse("account_login"))["Content-Security-Policy"])
    )


def test_without_a_provider_there_is_no_button_and_no_such_page(client: Client, db: None) -> None:
    page = client.get(reverse("account_login"))

    assert "/oidc/" not in page.content.decode()
    assert "form-action 'self'" in page["Content-Security-Policy"].split("; ")
    assert client.post(START).status_code == 404


# --- second factors


def test_a_provider_that_asked_for_two_is_enough(
    client: Client, robin: User, provider: Provider, settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    provider.id_claims = {"amr": ["pwd", "mfa"]}

    come_back(client)

    assert is_signed_in(client)


def test_a_provider_that_did_not_say_is_not(
    client: Client, robin: User, provider: Provider, settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True

    come_back(client)

    assert client.get("/")["Location"] == reverse("accounts:second_factor")


def test_a_council_can_say_that_its_provider_always_asks(
    client: Client, robin: User, provider: Provider, settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = settings.OIDC_SECOND_FACTOR = True

    come_back(client)

    assert is_signed_in(client)


def test_another_persons_proof_does_not_carry_over(
    client: Client, robin: User, provider: Provider, settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    provider.id_claims = {"amr": ["mfa"]}
    come_back(client)
    client.post(reverse("account_logout"))

    sign_in(client, make_user("Kim Fell"))

    assert not is_signed_in(client)


def test_who_set_up_an_app_here_is_asked_for_it_too(client: Client, robin: User, provider: Provider) -> None:
    give_app(robin)

    assert come_back(client)["Location"] == reverse("mfa_authenticate")
    assert not is_signed_in(client)


def test_forgetting_factors_unties_the_provider(client: Client, robin: User, provider: Provider) -> None:
    come_back(client)

    recording.forget_factors(robin, by=User.objects.system(), at=datetime(2026, 11, 23, tzinfo=UTC))

    assert not is_signed_in(client)
    assert not SocialAccount.objects.exists()


# --- settings from the environment

PRINT = """
import django; django.setup()
from django.conf import settings
import json; print(json.dumps(settings.SOCIALACCOUNT_PROVIDERS))
"""


def configured(**environment: str) -> subprocess.CompletedProcess:
    prefixed = {f"KITTIWAKE_OIDC_{name}": value for name, value in environment.items()}
    known = {**os.environ, "DJANGO_SETTINGS_MODULE": "kittiwake.config.settings", **prefixed}
    return subprocess.run(
        [sys.executable, "-c", PRINT], env=known, capture_output=True, text=True, check=False
    )


def test_a_provider_comes_from_the_environment() -> None:
    ran = configured(ISSUER="https://sso.saltmere.example/", CLIENT_ID="k", SECRET="s", NAME="Saltmere")
    app = json.loads(ran.stdout)["openid_connect"]["APPS"][0]

    assert (app["name"], app["client_id"], app["secret"]) == ("Saltmere", "k", "s")
    assert app["settings"] == {"server_url": "https://sso.saltmere.example", "oauth_pkce_enabled": True}


def test_half_a_provider_is_refused_loudly() -> None:
    assert (
        "Set the environment variable KITTIWAKE_OIDC_CLIENT_ID."
        in configured(ISSUER="https://sso.saltmere.example").stderr
    )
    assert "must begin with https://" in configured(ISSUER="http://sso.saltmere.example").stderr
