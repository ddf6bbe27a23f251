"""The tables as they were at a moment, under their own names: what a measure reads when it is asked what was known then.

Each table that the measure reads is put before it as a query of the same name: the rows that were there by then, each as it
was. A row as it was is its first version replaced since then, or the row as it is; a column that an old version does not
have yet is as the next one has it. Row-level security decides of the rows and of the versions alike (access/earlier.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cache

from django.apps import apps

from kittiwake.access.earlier import KEPT
from kittiwake.ui.dates import LONDON

AS_IT_WAS = """"{table}" AS (
  WITH earlier AS (
    SELECT row_id, jsonb_object_agg(key, value) AS was
      FROM (SELECT DISTINCT ON (version.row_id, field.key) version.row_id, field.key, field.value
              FROM public.history_version version CROSS JOIN LATERAL jsonb_each(version."row") field
             WHERE version.table_name = '{table}' AND version.replaced_at > %s
             ORDER BY version.row_id, field.key, version.replaced_at, version.id) firsts
     GROUP BY row_id
  )
  SELECT held.* FROM public."{table}" held
   WHERE coalesce(held.{kept} <= %s, true) AND NOT EXISTS (SELECT 1 FROM earlier WHERE earlier.row_id = held."{key}")
   UNION ALL
  SELECT was.* FROM public."{table}" held JOIN earlier ON earlier.row_id = held."{key}"
   CROSS JOIN LATERAL jsonb_populate_record(held, earlier.was) was
   WHERE coalesce(held.{kept} <= %s, true)
)"""


def end_of(day: date) -> datetime:
    """The last moment of that day in London."""
    return datetime.combine(day + timedelta(days=1), time.min, LONDON) - timedelta(microseconds=1)


def tables_as_known(names: Iterable[str], known_at: datetime) -> tuple[str, list[datetime]]:
    """The queries, as a WITH clause has them, and their parameters. Raises KeyError for a table that is not kept so."""
    found = [_as_it_was(name) for name in sorted(names)]
    return ", ".join(found), [known_at] * sum(one.count("%s") for one in found)


def _as_it_was(table: str) -> str:
    return AS_IT_WAS.format(table=table, key=_keys()[table], kept=KEPT)


@cache
def _keys() -> dict[str, str]:
    """The key's column of each table that can be read as it was."""
    readable = [model for model in apps.get_models() if getattr(model, "access_earlier", False)]
    return {model._meta.db_table: str(model._meta.pk.column) for model in readable}
