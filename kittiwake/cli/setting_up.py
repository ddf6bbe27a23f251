"""Making and changing the database. Runs as the owner of the tables, in a process of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import django
import pgtrigger
import psycopg
from django.core.management import call_command
from django.db import connection

SCHEMA = Path(__file__).parent / "schema.sql"


def migrate() -> None:
    """Tables, then rights and row-level security made from what the models declare."""
    from kittiwake.access.row_security import policies

    if nothing_is_there():
        make_tables()
    call_command("migrate", verbosity=0, interactive=False)
    for model, trigger in pgtrigger.registered():
        trigger.install(model)  # anew: one may have been switched off or changed
    call_command("createcachetable", verbosity=0)
    policies.apply(connection)
    take_over_settings()


def take_over_settings() -> None:
    """What is a council's own and stood in the environment."""
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.council.settings import recording

    with acting_as_system() as by:
        for sentence in recording.take_over(os.environ, by=by, at=now()):
            print(sentence, file=sys.stderr)


def nothing_is_there() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('public.django_migrations') IS NULL")
        (nothing,) = cursor.fetchone()
    return bool(nothing)


def make_tables() -> None:
    """What the migrations make one after the other, at once (script/schema). Those it does not name run after it.

    In a connection of its own: its settings are for reading this file.
    """
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"]) as owner:
        owner.execute(SCHEMA.read_bytes())


def measures() -> None:
    """The SQL of every measure, so that nobody's page waits for it to be made."""
    from kittiwake.primitives.measures import statements

    statements.keep()


def static() -> None:
    call_command("collectstatic", verbosity=0, interactive=False)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kittiwake.config.settings")
    django.setup()
    {"migrate": migrate, "static": static, "measures": measures}[sys.argv[1]]()
