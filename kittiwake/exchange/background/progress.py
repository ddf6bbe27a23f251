"""How far the work on an import, or on lists that somebody wants, is, told by the database connection that does it.

The work is one transaction, of which nobody sees anything before its end. But every connection has a name that all can see,
and may change it at any time: the worker's carries the number of rows done. It is gone with the connection, so a worker
that died leaves no progress behind.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection

from kittiwake.exchange.models import ChildLists, Import

EVERY = 10  # rows


def of(work: Import | ChildLists) -> Callable[[int], None]:
    """To be called with the number of rows done, inside the transaction that does them."""

    told = 0

    def tell(done: int) -> None:
        nonlocal told
        if done >= told + EVERY:
            told = done
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('application_name', %s, true)", [f"{_name(work)}{done}"])

    return tell


def rows_done(work: Import | ChildLists) -> int | None:
    """None where nobody is at work on it, or has not got to the first rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT max(substring(application_name FROM '[0-9]+$')::int) FROM pg_stat_activity"
            " WHERE datname = current_database() AND starts_with(application_name, %s)",
            [_name(work)],
        )
        done: int | None = cursor.fetchone()[0]
    return done


def _name(work: Import | ChildLists) -> str:
    return f"kittiwake {work._meta.model_name} {work.pk}: "
