"""Making and changing the database. Runs as the owner of the tables, in a process of its own."""

from __future__ import annotations

import sys

import django
import pgtrigger
from django.core.management import call_command
from django.db import connection

from kittiwake.config.engine import APPLICATION_ROLE


def migrate() -> None:
    """Tables, then rights and row-level security made from what the models declare."""
    from kittiwake.access.row_security import policies

    call_command("migrate", verbosity=0, interactive=False)
    for model, trigger in pgtrigger.registered():
        trigger.install(model)  # anew: one may have been switched off or changed
    call_command("createcachetable", verbosity=0)
    policies.apply(connection)


def static() -> None:
    call_command("collectstatic", verbosity=0, interactive=False)


def measures() -> None:
    """The SQL of every measure, so that nobody's page waits for it to be made."""
    from kittiwake.primitives.measures import statements

    statements.keep()


def empty() -> None:
    """Take everything away: the made-up council is made anew."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DROP SCHEMA public CASCADE; CREATE SCHEMA public; REVOKE ALL ON SCHEMA public FROM PUBLIC"
        )
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {APPLICATION_ROLE}")


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kittiwake.config.settings")
    django.setup()
    {"migrate": migrate, "static": static, "measures": measures, "empty": empty}[sys.argv[1]]()
