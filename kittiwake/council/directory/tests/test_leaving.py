"""Whoever leaves is out on their next click, with requests of theirs in flight: by the directory, by a page, by another role,
and as the time they came for is over. A thousand of each, over HTTP: `benchmarks.leaving`."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.tests.conftest import Crowd
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.directory.models import DirectoryPerson, DirectoryRules
from kittiwake.council.directory.tests.asking import Directory, made_token
from kittiwake.time.moments import local_date

LEAVERS = 8
Ways = Callable[[User, Client, Directory], Any]


def by_scim(user: User, administrator: Client, directory: Directory) -> Any:
    return directory.end(DirectoryPerson.objects.get(user=user).pk)


def by_page(user: User, administrator: Client, directory: Directory) -> Any:
    return _send(administrator, "people:close", user)


def by_another_role(user: User, administrator: Client, directory: Directory) -> Any:
    today = local_date(now())
    day = {"starts_on_day": today.day, "starts_on_month": today.month, "starts_on_year": today.year}
    return _send(administrator, "people:change_role", user, role="lead_member", **day)


def as_their_time_is_over(user: User, administrator: Client, directory: Directory) -> Any:
    User.objects.filter(pk=user.pk).update(expires_at=now())


def _send(client: Client, page: str, user: User, **typed: object) -> Any:
    answer = client.post(reverse(page, args=[user.pk]), {**typed, "once": str(uuid4())})
    assert answer.status_code == 302, answer.content
    return answer


def set_up() -> tuple[list[User], str, User]:
    at = now()
    administrator = _user("Ada", Role.ADMINISTRATOR)
    _user("Bo", Role.ADMINISTRATOR)
    # All may go at once here: what is held back is tested elsewhere.
    DirectoryRules.objects.create(at=at, by=administrator, most_ended=100, makes_administrators=False)
    leavers = [_user(f"Kim {number}", Role.ANALYST) for number in range(LEAVERS)]
    for user in leavers:
        DirectoryPerson.objects.create(
            user=user, is_listed=True, user_name=user.email, display_name=user.name, made_at=at, changed_at=at
        )
    return leavers, made_token(administrator), administrator


def _user(name: str, role: Role) -> User:
    address = f"{name.lower().replace(' ', '.')}.{uuid4().hex}@leaving.example"
    return User.objects.create_user(address, name, role, last_login=now())


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("leave", [by_scim, by_page, by_another_role, as_their_time_is_over])
def test_a_leaver_is_out_on_the_next_click(crowd: Crowd, leave: Ways) -> None:
    def leave_all() -> tuple[int, int]:
        leavers, token, administrator = set_up()
        ended, directory = Event(), Directory(token)
        administrators = signed_in(administrator)
        clients = {user.pk: signed_in(user) for user in leavers}
        assert all(client.get("/account/").status_code == 200 for client in clients.values())

        def is_refused(leave: Ways, user: User, client: Client) -> bool:
            leave(user, administrators, directory)
            return client.get("/account/").status_code == 302

        def press(user: User) -> int:
            """The other clicks of the same person, which overtake and are overtaken."""
            again, pressed = Client(), 0
            again.cookies = clients[user.pk].cookies.copy()
            while not ended.is_set():
                again.get("/account/")
                pressed += 1
            connection.close()
            return pressed

        with ThreadPoolExecutor(LEAVERS) as pool:
            pressing = [pool.submit(press, user) for user in leavers]
            try:
                refused = sum(is_refused(leave, user, clients[user.pk]) for user in leavers)
            finally:
                ended.set()
            pressed = sum(future.result() for future in pressing)
        return refused, pressed

    ((refused, pressed),) = crowd(leave_all)

    assert refused == LEAVERS
    assert pressed > LEAVERS
