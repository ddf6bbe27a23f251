"""A page that is not ready by its deadline is given up: a plain page says so, nothing is half-done, what was typed is kept."""

from __future__ import annotations

import re
from html import unescape
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from kittiwake.record.models import Child
from kittiwake.ui.deadline import Deadline, TookTooLong
from kittiwake.ui.giving_back import MARK
from tests.cast import Cast, signed_in

pytestmark = [pytest.mark.urls("tests.serving.slow_pages"), pytest.mark.django_db]
WORDS = "Her <friend>"


@pytest.fixture(autouse=True)
def _without_navigation(settings) -> None:
    settings.UI_NAVIGATION = ""


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.user("worker"))


def is_given_up(answer: HttpResponse) -> bool:
    return answer.status_code == 503 and "This took too long" in answer.content.decode()


@pytest.mark.parametrize("address", ["/late/", "/in-pieces/"])
def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_answered(
    client: Client, address: str
) -> None:
    client.raise_request_exception = False
    answer = client.get(address)
    assert is_given_up(answer)
    assert answer["Retry-After"]
    assert client.get("/who/").status_code == 200


def test_what_was_sent_is_undone_and_kept_for_its_writer(client: Client, cast: Cast) -> None:
    client.raise_request_exception = False
    address = f"/letter/{cast.ash.pk}/"
    opened = client.get(address)
    children = Child.objects.count()
    answer = send(client, address, opened, seconds="60")
    assert is_given_up(answer)
    assert address in answer.content.decode()
    assert Child.objects.count() == children

    back = client.get(address).content.decode()
    assert WORDS in unescape(back)
    assert send(client, address, client.get(address), seconds="0").status_code == 302
    assert Child.objects.count() == children + 1
    assert WORDS not in unescape(client.get(address).content.decode())


def test_nobody_else_is_told_where_it_is(client: Client, cast: Cast) -> None:
    """The mark of another's form, sent by somebody who is signed in: it is kept for the other, and says nothing to this one."""
    address = f"/letter/{cast.ash.pk}/"
    manager = signed_in(cast.user("manager"))
    manager.raise_request_exception = False
    answer = send(manager, address, client.get(address), seconds="60")
    assert is_given_up(answer)
    assert address not in answer.content.decode()
    assert WORDS not in unescape(manager.get(address).content.decode())


def send(client: Client, address: str, opened: HttpResponse, *, seconds: str) -> HttpResponse:
    mark = re.search(rf'name="{MARK}" value="([^"]*)"', opened.content.decode())
    assert mark
    fields = {"words": WORDS, "seconds": seconds, MARK: mark[1], "once": str(uuid4())}
    return client.post(address, fields)


def test_after_it_is_over_what_must_be_written_still_is() -> None:
    """The log of reading, and the form that is kept."""
    deadline = Deadline(-1)
    with pytest.raises(TookTooLong):
        deadline(lambda *_: "answer", "SELECT 1", None, False, {})
    assert deadline(lambda *_: "answer", "SELECT 1", None, False, {}) == "answer"
