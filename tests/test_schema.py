"""The SQL that an empty council is made from makes what the migrations make: tables, guards, rights and rows."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from conftest import ROOT, copy_of
from kittiwake.config import engine

# What is another at each making: numbers in the order of making, moments, and a mark that is nobody else's.
NOT_COMPARED = "{id,content_type_id,applied,joined_at,password_mark}"
# PostgreSQL writes a list of choices in another way once it has read it back; it means the same.
READ_BACK = (
    re.compile(r"\(('(?:[^']|'')*'::character varying)\)::text"),
    re.compile(r"\(ARRAY\[([^]]*)\]\)::text\[\]"),
)
HEAD = re.compile(r"^\\(?:un)?restrict .*$", re.MULTILINE)


@contextmanager
def made(name: str, *, by_migrations: bool) -> Iterator[str]:
    """The owner's address of a council of its own."""
    with copy_of("template0", f"{name}_{os.getpid()}") as database:
        owner = engine.of_database(os.environ["DATABASE_OWNER_URL"], database)
        if by_migrations:
            run(owner, "django", "migrate", "--verbosity=0")
        run(owner, "kittiwake.cli.setting_up", "migrate")
        yield owner


def run(owner: str, *module: str) -> None:
    environment = {**os.environ, "DATABASE_OWNER_URL": owner, "KITTIWAKE_AS_OWNER": "yes"}
    subprocess.run([sys.executable, "-W", "ignore", "-m", *module], env=environment, check=True, cwd=ROOT)


def structure(owner: str) -> str:
    environment = {**os.environ, **engine.environment_of(owner)}
    dump = [engine.programs() / "pg_dump", "--schema-only"]
    text = HEAD.sub(
        "", subprocess.run(dump, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    )
    element, array = READ_BACK
    return array.sub(r"ARRAY[\1]", element.sub(r"\1", text))


def rows(owner: str) -> dict[str, list[str]]:
    with psycopg.connect(owner) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        read = {
            name: connection.execute(f"SELECT to_jsonb(t) - '{NOT_COMPARED}'::text[] FROM \"{name}\" t")
            for (name,) in tables
        }
        return {name: sorted(json.dumps(row) for (row,) in of_table) for name, of_table in read.items()}


def differences(a: str, b: str) -> list[str]:
    """Lines of one that the other has not: pg_dump sorts by name."""
    left, right = (structure(owner).splitlines() for owner in (a, b))
    lines = [line for line in left if line not in set(right)] + [
        line for line in right if line not in set(left)
    ]
    return lines or ([] if left == right else ["The same lines in another order."])


def test_both_ways_make_the_same_council() -> None:
    with made("from_sql", by_migrations=False) as from_sql, made("migrated", by_migrations=True) as migrated:
        assert differences(from_sql, migrated) == []
        assert rows(from_sql) == rows(migrated)
