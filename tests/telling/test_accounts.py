"""Whoever has an account is told what somebody else did to it, and gets their link by mail."""

from __future__ import annotations

import re

from django.core import mail
from django.db import connection
from django.test import Client

from kittiwake.access.identity import acting_as
from kittiwake.accounts import recording as accounts
from kittiwake.council.alerts import recording
from tests.cast import NOW, Cast
from tests.telling.test_telling import _mail, mailed, told

__all__ = ["_mail"]


def test_a_changed_address_is_told_to_the_old_one_and_on_their_page(cast: Cast) -> None:
    user, by = cast.user("worker"), cast.user("administrator")
    with acting_as(by):
        accounts.change_address(user, email="robin@saltmere.example", name=user.name, by=by, at=NOW)
    assert told() == {"robin"}
    assert mailed() == ["robin", "worker"]
    to_old = next(message for message in mail.outbox if message.to == ["worker@saltmere.example"])
    assert "robin" not in to_old.body, "whoever has the old address now is not told the new one"


def test_a_changed_name_alone_sends_nothing_to_the_same_address_twice(cast: Cast) -> None:
    user, by = cast.user("worker"), cast.user("administrator")
    accounts.change_address(user, email=user.email, name="Robin Marsh", by=by, at=NOW)
    recording.tell(NOW)
    assert mailed() == ["worker"]


def test_an_invitation_by_mail_opens_the_account_and_waits_without_its_link(cast: Cast) -> None:
    user, by = cast.user("worker"), cast.user("administrator")
    accounts.invite_by_mail(user, by=by, at=NOW)
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(m::text, '') FROM outbox_message m")
        assert "password" not in cursor.fetchone()[0]
    assert mailed() == ["worker"]
    [message] = mail.outbox
    [link] = re.findall(r"https://kittiwake.example(/account/password/new/\S+)", message.body)
    assert "Choose a password" in Client().get(link, follow=True).content.decode()


def test_a_link_shown_stands_in_the_place_of_one_that_waits(cast: Cast) -> None:
    user, by = cast.user("worker"), cast.user("administrator")
    accounts.invite_by_mail(user, by=by, at=NOW)
    accounts.invite(user, by=by, at=NOW)
    assert mailed() == []


def test_an_account_that_was_closed_meanwhile_gets_no_link(cast: Cast) -> None:
    user, by = cast.user("worker"), cast.user("administrator")
    accounts.invite_by_mail(user, by=by, at=NOW)
    accounts.end_user(user, by=by, at=NOW)
    assert mailed() == []
