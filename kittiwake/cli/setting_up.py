"""Making and changing the database. Runs as the owner of the tables, in a process of its own."""

from __future__ import annotations

import django
from django.core.management import call_command
from django.db import connection


def migrate() -> None:
    django.setup()
    from kittiwake.access import guarding

    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    call_command("createcachetable", verbosity=0)
    guarding.apply(connection)
