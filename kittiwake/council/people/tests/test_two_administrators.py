"""Two administrators have the same account open, and both change it."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.time.moments import local_date
from tests.cast import Cast, signed_in


@pytest.fixture
def first(cast: Cast) -> Client:
    return signed_in(cast.user("administrator"))


@pytest.fixture
def second(cast: Cast) -> Client:
    return signed_in(User.objects.create_user("ada@saltmere.example", "Ada Second", Role.ADMINISTRATOR))


def version(page: HttpResponse) -> str:
    carried = re.search(r'name="version"[^>]*value="(\d+)"', page.content.decode())
    assert carried
    return carried[1]


def today(name: str) -> dict[str, int]:
    on = local_date(now())
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def test_the_second_is_told_what_the_first_did_and_may_send_it_again(
    cast: Cast, first: Client, second: Client
) -> None:
    worker = cast.user("worker")
    address = reverse("people:change_address", args=[worker.pk])
    read_by_both = version(first.get(address))

    def send(client: Client, name: str, version: str) -> HttpResponse:
        typed = {"name": name, "email": worker.email, "version": version}
        return client.post(address, {**typed, "once": str(uuid4())})

    assert send(second, "Robin Worker", read_by_both).status_code == 302
    answer = send(first, "Kim Worker", read_by_both)

    assert answer.status_code == 422
    assert "Ada Second has changed this account since you opened this page" in answer.content.decode()
    worker.refresh_from_db()
    assert worker.name == "Robin Worker"
    assert send(first, "Kim Worker", version(answer)).status_code == 302
    worker.refresh_from_db()
    assert worker.name == "Kim Worker"


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("change_role", {"role": Role.AUDITOR, **today("starts_on")}),
        ("set_last_day", today("expires_at")),
    ],
)
def test_a_role_and_an_end_are_not_changed_over_what_another_did(
    cast: Cast, first: Client, second: Client, page: str, typed: dict
) -> None:
    worker = cast.user("worker")
    address = reverse(f"people:{page}", args=[worker.pk])
    read_by_both = version(first.get(address))
    second.post(reverse("people:invite", args=[worker.pk]), {"once": str(uuid4())})

    answer = first.post(address, {**typed, "version": read_by_both, "once": str(uuid4())})

    assert answer.status_code == 422
    assert "made a link to choose a password with" in answer.content.decode()
