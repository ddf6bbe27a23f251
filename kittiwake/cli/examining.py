"""What `doctor` looks at. Each check answers None when all is well, or one sentence."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import cast

from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.backends.postgresql.base import DatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.utils.timezone import now

from kittiwake.access import anchoring
from kittiwake.access.identity import refuse_powerful_role
from kittiwake.access.row_security import check, conditions, policies
from kittiwake.config import engine
from kittiwake.time.calendar import published
from kittiwake.time.moments import in_words, local_date

ENOUGH_ROOM = 1024**3


def examine() -> dict[str, str | None]:
    checks = {
        "PostgreSQL is new enough": _engine,
        "the application is neither owner nor superuser": _role,
        "every migration has been run": _migrations,
        "row-level security is on for every guarded table": _guards,
        "every guard of the database is as it was made": lambda: check.problem(connection),
        "marks of the log of reading leave this machine": anchoring.stay_here,
        "style sheets are built": _styles,
        "room on the disk": _room,
        "bank holidays are published far enough ahead": _holidays,
    }
    return {name: check() for name, check in checks.items()}


def _engine() -> str | None:
    version = cast("DatabaseWrapper", connection).pg_version
    return None if version >= 150000 else f"this is {version // 10000}; 15 or newer is needed"


def _role() -> str | None:
    try:
        refuse_powerful_role()
    except ImproperlyConfigured as problem:
        return str(problem)
    return None


def _migrations() -> str | None:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(missing)} are missing: run kittiwake migrate" if missing else None


def _guards() -> str | None:
    guarded = [m._meta.db_table for m in policies.our_models() if conditions.declared_path(m) not in OPEN]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relname = ANY (%s) AND NOT relrowsecurity", [guarded]
        )
        open_tables = [name for (name,) in cursor.fetchall()]
    return f"off for {', '.join(open_tables)}: run kittiwake migrate" if open_tables else None


OPEN = (None, "closed")


def _styles() -> str | None:
    built = Path(engine.__file__).parent.parent / "ui" / "static" / "ui" / "built" / "kittiwake.css"
    return None if built.exists() else "run script/setup"


def _holidays() -> str | None:
    """A year ahead, because the list is published two years ahead and no limit in working days is longer."""
    last = published().last
    if last >= local_date(now()) + timedelta(days=365):
        return None
    return f"the list ends on {in_words(last)}; limits in working days after it are counted by the rule: update Kittiwake"


def _room() -> str | None:
    free = shutil.disk_usage(engine.home()).free
    return None if free > ENOUGH_ROOM else f"only {free // 1024**2} MB are free"
