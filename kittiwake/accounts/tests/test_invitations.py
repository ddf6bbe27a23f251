from __future__ import annotations

import pytest
from django.test import Client

from kittiwake.accounts import invitations
from kittiwake.accounts.models import User
from kittiwake.accounts.tests.people import make_user, signed_in

WORDS = "This link is for somebody else"


def test_opened_by_another_who_is_signed_in_it_is_not_used_and_not_logged(
    robin: User, caplog: pytest.LogCaptureFixture
) -> None:
    lee = make_user("Lee Weir")
    path = invitations.path_for(lee)

    page = signed_in(robin).get(path).content.decode()

    assert WORDS in page
    assert robin.name in page
    assert lee.name not in page
    assert path not in caplog.text
    assert "Choose a password" in Client().get(path, follow=True).content.decode()


def test_ones_own_is_opened(robin: User) -> None:
    client = signed_in(robin)
    robin.refresh_from_db()
    assert "Choose a password" in client.get(invitations.path_for(robin), follow=True).content.decode()


def test_what_is_no_account_is_somebody_elses(robin: User) -> None:
    assert WORDS in signed_in(robin).get("/account/password/new/0-key/").content.decode()
    assert WORDS in signed_in(robin).get(f"/account/password/new/{'z' * 40}-key/").content.decode()
