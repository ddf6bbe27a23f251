"""The tables as they were at a moment, under their own names: what a measure reads when it is asked what was known then.

Each table that the measure reads is put before it as a query of the same name: the rows that were there by then, each as it
was. A row as it was is its first version replaced since then, or the row as it is; a column that an old version does not
have yet is as the next one has it. Row-level security decides of the rows and of the versions alike (access/earlier.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from django.apps import apps

from kittiwake.access.earlier import KEPT
from kittiwake.time.moments import LONDON

EARLIER = """earlier AS MATERIALIZED (
  SELECT table_name, row_id, jsonb_object_agg(key, value) AS was
    FROM (SELECT DISTINCT ON (version.table_name, version.row_id, field.key)
                 version.table_name, version.row_id, field.key, field.value
            FROM history_version version CROSS JOIN LATERAL jsonb_each(version."row") field
           WHERE version.table_name = ANY (%(read)s) AND version.replaced_at > %(known_at)s
           ORDER BY version.table_name, version.row_id, field.key, version.replaced_at, version.id) firsts
   GROUP BY table_name, row_id
)"""
AS_IT_WAS = """"{table}" AS (
  SELECT was.* FROM public."{table}" held
    LEFT JOIN earlier ON earlier.table_name = '{table}' AND earlier.row_id = held."{key}"
   CROSS JOIN LATERAL jsonb_populate_record(held, earlier.was) was
   WHERE held.{kept} <= %(known_at)s OR held.{kept} IS NULL
)"""


def end_of(day: date) -> datetime:
    """The last moment of that day in London."""
    return datetime.combine(day + timedelta(days=1), time.min, LONDON) - timedelta(microseconds=1)


def tables_as_known(names: Collection[str], known_at: datetime) -> tuple[str, dict[str, Any]]:
    """The queries, as a WITH clause has them, and their parameters. Raises KeyError for a table that is not kept so."""
    queries = [EARLIER, *(_as_it_was(name) for name in sorted(names))]
    return ", ".join(queries), {"read": sorted(names), "known_at": known_at}


@contextmanager
def well_joined(cursor: Any, by_hash: bool) -> Iterator[None]:
    """Nothing is known beforehand of how many rows a function gives, or a table that the statement itself makes. Taken
    for one, they would be gone through again and again, row by row: fifty times as slow."""
    if not by_hash:
        yield
        return
    cursor.execute(PLANNED, ["off", ROOM])
    (room,) = cursor.fetchone()
    yield
    cursor.execute(PLANNED, ["on", room])  # what fails is rolled back, and this with it


# What such a table holds stays in memory: written to a file, it would be read from it by each that joins it.
ROOM = "64MB"
PLANNED = """SELECT before.room FROM (SELECT current_setting('work_mem') AS room OFFSET 0) before,
  LATERAL (SELECT set_config('enable_nestloop', %s, true), set_config('work_mem', %s, true), before.room OFFSET 0) made"""


def _as_it_was(table: str) -> str:
    return AS_IT_WAS.format(table=table, key=_keys()[table], kept=KEPT)


@cache
def _keys() -> dict[str, str]:
    """The key's column of each table that can be read as it was."""
    readable = [model for model in apps.get_models() if getattr(model, "access_earlier", False)]
    return {model._meta.db_table: str(model._meta.pk.column) for model in readable}
