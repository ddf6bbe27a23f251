"""The database of the tests: the real engine, the application's own role, row-level security on."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg
import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.utils.timezone import now
from hypothesis import HealthCheck
from hypothesis import settings as settings_of_properties

from kittiwake.config import engine
from kittiwake.queries import kept

ROOT = Path(__file__).parent
RULE_FILES = {
    "area.py", "conditions.py", "earlier.py", "kinds.py", "policies.py", "powers.py", "restricting.py", "visibility.py",
}  # fmt: skip
pytest_plugins = ["tests.cast"]
# How files begin that are others each time they are made: PDF, and what is packed as a ZIP file.
MADE_ANEW = (r"%PDF-1.7\n%", r"PK\x03\x04")

# How fast a machine is, is no property of the code.
settings_of_properties.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings_of_properties.load_profile("ours")

# Whatever a test asks that is kept is held against a query made anew: a text with somebody's values in it fails there.
kept.checks = True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first: side by side, a long file begun last is waited for alone.

    A test that is named by the bytes it is given has another name in each process, and none of them could run it.
    """
    if unnamed := [item.nodeid[:120] for item in items if any(mark in item.nodeid for mark in MADE_ANEW)]:
        raise pytest.UsageError(f"Give these an id, or let them make what they are given: {unnamed}")
    items.sort(key=lambda item: not item.path.is_relative_to(ROOT / "tests" / "matrix"))


def pytest_collection_finish() -> None:
    """What is loaded by now stays for the whole run: it is not gone through again after every few hundred objects."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


@contextmanager
def server() -> Iterator[psycopg.Connection]:
    """As the owner, in the maintenance database."""
    with psycopg.connect(
        engine.of_database(os.environ["DATABASE_OWNER_URL"], "postgres"), autocommit=True
    ) as owner:
        yield owner


def schema_fingerprint() -> str:
    """Of everything that tables, rights and policies are made from."""
    digest = sha256(Path(__file__).read_bytes())
    for path in sorted(ROOT.glob("kittiwake/**/*")):
        shapes = path.suffix == ".sql" or {"migrations", "models"} & {path.parent.name, path.stem}
        if (shapes or path.name in RULE_FILES) and path.suffix in {".sql", ".py"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@pytest.fixture(scope="session")
def empty_database() -> str:
    """A migrated, guarded, empty database to copy from. Made once for each state of the tables, by one run at a time."""
    name = f"empty_{schema_fingerprint()}"
    with server() as owner:
        owner.execute("SELECT pg_advisory_lock(72)")
        found = owner.execute("SELECT datistemplate FROM pg_database WHERE datname = %s", [name]).fetchone()
        if found and found[0]:
            return name
        if found:  # left half-made by a run that was stopped
            owner.execute(f'DROP DATABASE "{name}"')
        # A copy of the house that has an area more begins with what this one has already.
        engine.make_database(owner, name, os.environ.get("KITTIWAKE_TESTS_FROM", "template0"))
        migrate(name)
        leave_statistics_alone(name)
        owner.execute(f'ALTER DATABASE "{name}" IS_TEMPLATE true')
    return name


def migrate(name: str) -> None:
    url = engine.of_database(os.environ["DATABASE_OWNER_URL"], name)
    environment = {**os.environ, "DATABASE_OWNER_URL": url, "KITTIWAKE_AS_OWNER": "yes"}
    subprocess.run(
        [sys.executable, "-m", "kittiwake.cli", "migrate"],
        env=environment,
        check=True,
        cwd=ROOT,
        stdout=sys.stderr,
    )


def leave_statistics_alone(name: str) -> None:
    """Tests roll back what they write. Statistics of rows that are gone lead the planner to read whole tables."""
    tables = "SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = 'public'"
    with psycopg.connect(
        engine.of_database(os.environ["DATABASE_OWNER_URL"], name), autocommit=True
    ) as owner:
        for (table,) in owner.execute(tables).fetchall():
            owner.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = off)")


def let_clock_be_moved(name: str) -> None:
    """What the rule asks of the time, it asks of a clock that a test moves with its own. There is none outside of tests:
    whoever could move it would widen their own access.
    """
    url = engine.of_database(os.environ["DATABASE_OWNER_URL"], name)
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(
            "CREATE FUNCTION tests_now() RETURNS timestamptz LANGUAGE sql STABLE AS"
            " $$ SELECT coalesce(nullif(current_setting('tests.now', true), '')::timestamptz, now()) $$"
        )
        asking = (
            "SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace"
            " WHERE nspname = 'public' AND proname LIKE 'access\\_%' AND prosrc ~ '\\mnow\\(\\)'"
        )
        found = owner.execute(asking).fetchall()
        assert found
        for (definition,) in found:
            owner.execute(re.sub(r"\bnow\(\)", "tests_now()", definition))


@contextmanager
def copy_of(template: str, name: str) -> Iterator[str]:
    with server() as owner:
        owner.execute(f'DROP DATABASE IF EXISTS "{name}"')
        engine.make_database(owner, name, template)
    yield name
    with server() as owner:
        owner.execute(f'DROP DATABASE IF EXISTS "{name}"')


@pytest.fixture(scope="session")
def django_db_setup(empty_database: str, django_test_environment, django_db_blocker) -> Iterator[None]:
    with copy_of(empty_database, f"test_{os.getpid()}") as name:
        let_clock_be_moved(name)
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
        with django_db_blocker.unblock():
            yield
            connection.close()


@pytest.fixture(autouse=True)
def _as_kittiwake_itself(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test's own body sees everything; requests made through a client see what their user sees."""
    if not {"db", "transactional_db"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("db")
    from kittiwake.access.identity import acting_as_system

    with acting_as_system(), connection.execute_wrapper(MovedClock()):
        yield


class MovedClock:
    """The database's clock is that of the test: where it has moved its own, and else when it began, whatever transaction
    it is in.
    """

    def __init__(self) -> None:
        self.at: datetime | None = None
        is_moved = time_machine.escape_hatch.is_travelling()
        self.began = time_machine.escape_hatch.datetime.datetime.now(UTC) if is_moved else now()

    def __call__(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        at = now().replace(microsecond=0) if time_machine.escape_hatch.is_travelling() else self.began
        if at != self.at:
            self.at = at
            execute(f"SET tests.now = '{at.isoformat()}'", None, False, context)
        if str(sql).startswith("ROLLBACK"):
            self.at = None  # and with it what was set since
        return execute(sql, params, many, context)


@pytest.fixture(autouse=True)
def _what_the_council_says_of_itself(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process keeps it for some seconds: here until a test has set something, so that nothing hangs on how long it takes."""
    from kittiwake.council.settings import queries

    monkeypatch.setattr(queries, "SECONDS", float("inf"))
    yield
    if queries._kept is None or queries._kept[1]:
        queries.forget()


@pytest.fixture(scope="session", autouse=True)
def _names_in_templates_stand_for_something() -> None:
    from tests.missing_names import fail_on_missing_names

    fail_on_missing_names()


@pytest.fixture(autouse=True)
def _files_by_their_own_names(settings) -> None:
    """Hashed names need collected files; the tests of pages do not."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
