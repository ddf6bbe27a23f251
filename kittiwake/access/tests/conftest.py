"""A database of its own for what a test's rolled-back transaction cannot show: other connections, and the owner's."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import psycopg
import pytest
from django.db import connection, connections

from conftest import copy_of
from kittiwake.config import engine
from kittiwake.record.kinds import EntryKind, entry_kinds

Crowd = Callable[..., list[Any]]


def as_owner(database: str) -> psycopg.Connection:
    return psycopg.connect(engine.of_database(os.environ["DATABASE_OWNER_URL"], database))


@pytest.fixture(scope="module")
def own_database(empty_database: str, request: pytest.FixtureRequest) -> Iterator[str]:
    with copy_of(empty_database, f"own_{os.getpid()}_{request.module.__name__.rpartition('.')[2]}") as name:
        yield name


@pytest.fixture
def plain_pages(settings) -> None:
    """Without the way around: it leads to areas that these tests do without."""
    settings.UI_NAVIGATION = ""
    settings.WHITENOISE_AUTOREFRESH = True  # nothing has been collected


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
        connection.close()
        yield run
        connection.close()
    place["NAME"] = before


def set_up() -> dict[str, Any]:
    from kittiwake.access.identity import acting_as_system  # models, once the apps are ready
    from tests.cast import make_cast

    with acting_as_system():
        cast = make_cast()
        children = {name: getattr(cast, name) for name in ("ash", "briar", "rowan", "hazel")}
        return {"users": cast.users, "system": cast.system, **children}


@pytest.fixture(scope="module")
def people() -> dict[str, Any]:
    """Made by the first test that needs them; the database is the module's."""
    return {}


@pytest.fixture
def made(crowd: Crowd, people: dict[str, Any]) -> dict[str, Any]:
    if not people:
        people.update(crowd(set_up)[0])
    return people


@pytest.fixture
def bare(own_database: str, made: dict[str, Any]) -> Iterator[psycopg.Connection]:
    url = engine.of_database(os.environ["DATABASE_URL"], own_database)
    with psycopg.connect(url, autocommit=True) as application:
        yield application


def ask(bare: psycopg.Connection, question: str, *about: object) -> list[tuple]:
    return bare.execute(question, about).fetchall()


def be(bare: psycopg.Connection, user: Any) -> None:
    bare.execute("SELECT set_config('kittiwake.user_id', %s, false)", [str(user.pk) if user else ""])


@pytest.fixture(autouse=True)
def kind_of_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line for tests below the areas: what they write is about nothing."""
    monkeypatch.setitem(entry_kinds(), "test.note", EntryKind("test.note", "Note"))
