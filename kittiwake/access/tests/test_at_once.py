"""Several people, or one impatient one, at the same moment: real transactions on a database of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, connections

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.models import Grant
from kittiwake.access.recording import end_grant, restrict
from kittiwake.access.tests.conftest import as_owner
from kittiwake.access.verification import verify
from kittiwake.accounts.models import User
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Child
from tests.cast import NOW, make_cast, signed_in

pytestmark = [pytest.mark.urls("kittiwake.access.tests.pages"), pytest.mark.usefixtures("plain_pages")]
Crowd = Callable[..., list[Any]]


@pytest.fixture
def crowd(own_database: str, django_db_setup, django_db_blocker) -> Iterator[Crowd]:
    """Runs functions at once, each in a thread with a connection of its own to `own_database`."""
    place = connections.settings["default"]
    before, place["NAME"] = place["NAME"], own_database

    def run(*functions: Callable[[], Any]) -> list[Any]:
        barrier = Barrier(len(functions))

        def one(function: Callable[[], Any]) -> Any:
            barrier.wait()
            try:
                return function()
            finally:
                connection.close()

        with ThreadPoolExecutor(len(functions)) as pool:
            return [future.result() for future in [pool.submit(one, function) for function in functions]]

    with django_db_blocker.unblock():
        yield run
    place["NAME"] = before


def set_up() -> dict[str, Any]:
    with acting_as_system():
        cast = make_cast()
        return {"users": cast.users, "ash": cast.ash, "briar": cast.briar}


@pytest.fixture(scope="module")
def people() -> dict[str, Any]:
    """Made by the first test that needs them; the database is the module's."""
    return {}


@pytest.fixture
def made(crowd: Crowd, people: dict[str, Any]) -> dict[str, Any]:
    if not people:
        people.update(crowd(set_up)[0])
    return people


def test_a_double_click_is_carried_out_once(crowd: Crowd, made, own_database: str) -> None:
    once, ash = uuid4(), made["ash"]

    def click() -> str:
        answer = signed_in(made["users"]["worker"]).post(f"/note/{ash.pk}/", {"typed": "slow", "once": once})
        assert answer.status_code == 302
        return answer["Location"]

    assert len(set(crowd(*[click] * 4))) == 1
    with as_owner(own_database) as owner:
        kept = owner.execute("SELECT count(*) FROM record_entry WHERE kind = 'test.note'").fetchone()
    assert kept == (1,)


def test_many_readers_leave_one_whole_chain(crowd: Crowd, made, own_database: str) -> None:
    with as_owner(own_database) as owner:
        before = verify(owner).lines

    def read() -> None:
        client = signed_in(made["users"]["worker"])
        for child in [made["ash"], made["briar"]] * 5:
            assert client.get(f"/children/{child.pk}/").status_code == 200

    crowd(*[read] * 8)
    with as_owner(own_database) as owner:
        verdict = verify(owner)
    assert verdict.faults == ()
    assert verdict.lines == before + 80


def test_two_named_managers_cannot_both_leave_a_restricted_child(crowd: Crowd, made) -> None:
    manager, other = (made["users"][name] for name in ("manager", "service_manager"))

    def name_both() -> None:
        with acting_as(manager):
            restrict(
                Child.objects.get(pk=made["briar"].pk), reason="Safety", named=[other], by=manager, at=NOW
            )

    def leave(user: User) -> str:
        try:
            with acting_as(user):
                end_grant(Grant.objects.get(child=made["briar"], user=user, ends_at=None), by=user, at=NOW)
        except Refused as refused:
            return str(refused)
        return "left"

    crowd(name_both)
    said = crowd(lambda: leave(manager), lambda: leave(other))
    assert sorted(said) == [
        "Name another manager first. Somebody has to look at who opens a restricted record.",
        "left",
    ]
