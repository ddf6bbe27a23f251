from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from kittiwake.accounts import invitations
from kittiwake.accounts.models import User
from kittiwake.accounts.tests.people import (
    PASSWORD,
    is_signed_in,
    make_user,
    same_but_tokens,
    sign_in,
    signed_in,
)

NEW = "plover kettle ribbon"


def ask(client: Client, email: str):
    return client.post(reverse("account_reset_password"), {"email": email}, follow=True)


def link() -> str:
    bodies = "".join(message.body for message in mail.outbox)
    return re.findall(r"http://testserver(/account/\S+)", bodies)[-1]


def choose(client: Client, path: str, password: str = NEW, again: str = ""):
    form = client.get(path)
    return client.post(form["Location"], {"password1": password, "password2": again or password}, follow=True)


def test_a_forgotten_password_is_replaced_by_mail(client: Client, robin: User) -> None:
    ask(client, robin.email)
    answer = choose(client, link())

    assert "Your password is set" in answer.content.decode()
    assert not is_signed_in(client)
    sign_in(client, robin, NEW)
    assert is_signed_in(client)


def test_the_mail_says_what_it_must_and_no_more(client: Client, robin: User) -> None:
    ask(client, robin.email)
    message = mail.outbox[0]

    assert message.subject == "Kittiwake: choose a new password"
    assert message.to == [robin.email]
    assert "It works once, for a day." in message.body
    assert robin.name not in message.body


def test_it_answers_alike_for_known_and_unknown_addresses(robin: User) -> None:
    known, unknown = ask(Client(), robin.email), ask(Client(), "nobody@saltmere.example")

    assert known.redirect_chain == unknown.redirect_chain
    assert same_but_tokens(known.content) == same_but_tokens(unknown.content)
    assert [message.to for message in mail.outbox] == [[robin.email], ["nobody@saltmere.example"]]
    assert "no open account here" in mail.outbox[1].body
    assert "http" not in mail.outbox[1].body


def test_a_leaver_is_answered_like_somebody_unknown(client: Client, db: None) -> None:
    ask(client, make_user("Kim Fell", is_active=False).email)
    ask(client, make_user("Lee Weir", expires_at=datetime.now(UTC) - timedelta(days=1)).email)

    assert ["no open account" in message.body for message in mail.outbox] == [True, True]


def test_who_signs_in_with_the_council_gets_no_password_by_mail(client: Client, db: None) -> None:
    ask(client, make_user("Kim Fell", password=None).email)

    assert "no open account here" in mail.outbox[0].body


def test_it_says_what_an_address_looks_like(client: Client, db: None) -> None:
    page = ask(client, "robin.marsh").content.decode()

    assert "Enter an email address in the correct format, like name@example.com" in page
    assert mail.outbox == []


def test_a_link_works_once(client: Client, robin: User) -> None:
    ask(client, robin.email)
    choose(client, link())

    assert "This link no longer works" in Client().get(link()).content.decode()


def test_a_link_works_for_a_day(client: Client, robin: User) -> None:
    ask(client, robin.email)

    with time_machine.travel(time.time() + 24 * 3600 + 5):
        assert "This link no longer works" in client.get(link()).content.decode()


def test_a_link_is_no_longer_good_after_another_password_change(client: Client, robin: User) -> None:
    ask(client, robin.email)
    robin.set_password("something else entirely")
    robin.save()

    assert "This link no longer works" in client.get(link()).content.decode()


def test_a_new_password_ends_every_session_and_every_count(client: Client, robin: User) -> None:
    elsewhere = signed_in(robin)
    for _ in range(6):
        sign_in(client, robin, "wrong wrong wrong")
    ask(client, robin.email)
    choose(client, link())

    assert not is_signed_in(elsewhere)
    sign_in(client, robin, NEW)
    assert is_signed_in(client)


def test_nobody_is_sent_mail_without_end(client: Client, robin: User) -> None:
    for _ in range(10):
        ask(client, robin.email)

    assert len(mail.outbox) == 3


@pytest.mark.parametrize(
    ("password", "again", "words"),
    [
        ("short", "", "at least 12 characters"),
        ("1qaz2wsx3edc", "", "too common"),
        ("robin.marsh.saltmere", "", "too similar"),
        (NEW, "plover kettle ribbons", "The two passwords are not the same"),
    ],
)
def test_it_says_what_is_wrong_with_a_password(
    client: Client, robin: User, password: str, again: str, words: str
) -> None:
    ask(client, robin.email)

    assert words in choose(client, link(), password, again).content.decode()
    robin.refresh_from_db()
    assert robin.check_password(PASSWORD)


def test_a_change_asks_for_the_present_one(robin: User) -> None:
    client = signed_in(robin)
    change = reverse("account_change_password")
    wrong = client.post(change, {"oldpassword": "not it at all", "password1": NEW, "password2": NEW})
    assert "That is not your present password" in wrong.content.decode()

    right = client.post(change, {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}, follow=True)

    assert "Your password has been changed." in right.content.decode()
    assert mail.outbox[-1].subject == "Kittiwake: your password was changed"
    assert mail.outbox[-1].to == [robin.email]


def test_who_has_no_password_cannot_make_one_alone(db: None) -> None:
    client = Client()
    client.force_login(make_user("Kim Fell", password=None))

    assert client.get(reverse("account_change_password"), follow=True).redirect_chain[-1][0] == "/account/"


def test_a_password_opens_no_account_that_has_none(client: Client, robin: User) -> None:
    """And nobody is told which accounts those are."""
    kim = make_user("Kim Fell", password=None)
    refused, wrong = sign_in(client, kim, PASSWORD), sign_in(Client(), robin, "not it at all")
    assert not is_signed_in(client)
    assert "The email address or the password is not right" in refused.content.decode()
    assert same_but_tokens(refused.content).replace(kim.email, "") == same_but_tokens(wrong.content).replace(
        robin.email, ""
    )
    assert not kim.check_password(None)


def test_a_password_is_changed_though_nobody_can_be_told(robin: User, settings) -> None:
    """The mail server is down: what was changed stays changed."""
    client = signed_in(robin)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    answers = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    page = client.post(reverse("account_change_password"), answers, follow=True)
    assert "Your password has been changed." in page.content.decode()
    assert is_signed_in(client)


def test_an_invitation_leads_to_a_first_password(client: Client, db: None) -> None:
    kim = make_user("Kim Fell", password=None)

    choose(client, invitations.path_for(kim))

    sign_in(client, kim, NEW)
    assert is_signed_in(client)
    assert (
        "This link no longer works"
        in Client().get(invitations.path_for(make_user("Lee Weir"))[:-3] + "/").content.decode()
    )
