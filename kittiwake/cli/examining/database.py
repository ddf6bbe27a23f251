"""The database: which it is, whose, and whether its guards stand."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.backends.postgresql.base import DatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from kittiwake.access.identity import refuse_powerful_role
from kittiwake.access.row_security import check, conditions, policies
from kittiwake.cli.examining.check import Check

OPEN = (None, "closed")


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


def _log_of_errors() -> str | None:
    """A statement that fails stands in PostgreSQL's log with all that was in it, unless it is told otherwise."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('log_min_error_statement'), current_setting('log_error_verbosity')"
        )
        statements, verbosity = cursor.fetchone()
    if statements == "panic" and verbosity == "terse":
        return None
    return (
        "it writes statements that failed into its log, with what was in them: as its superuser run ALTER SYSTEM SET "
        "log_min_error_statement = 'panic'; ALTER SYSTEM SET log_error_verbosity = 'terse'; SELECT pg_reload_conf()"
    )


CHECKS: dict[str, Check] = {
    "PostgreSQL is new enough": _engine,
    "the application is neither owner nor superuser": _role,
    "every migration has been run": _migrations,
    "row-level security is on for every guarded table": _guards,
    "every guard of the database is as it was made": lambda: check.problem(connection),
    "PostgreSQL's log says nothing of the record": _log_of_errors,
}
