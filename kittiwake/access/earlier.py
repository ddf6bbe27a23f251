"""Earlier versions of rows, for figures as they were known at a moment: who may read them, and since when a row is there.

A model says `access_earlier = True` where measures read it. Then
- its table has a column kept_at, written by the database's own clock, the one that a version's replaced_at is of. No
  model has it: no code of ours writes it or shows it. It is empty in what was there before the column, and where nothing
  told when that was recorded: such a row counts as having always been there;
- an earlier version is read by who may read the row as it is now, as row-level security of its table decides, and only
  while it is about the same child, entry or worker: what a row said of another child is read by nobody.
Of every other table no earlier version is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from django.apps import apps
from django.db import models
from django.db.backends.utils import CursorWrapper

KEPT = "kept_at"
HAVE_IT = f"SELECT table_name FROM information_schema.columns WHERE column_name = '{KEPT}' AND table_schema = 'public'"
# Row-level security of the row's own table holds inside. Once for a query, whatever the tables: ask once for several.
OF_TABLE = """WHEN '{table}' THEN EXISTS (SELECT 1 FROM "{table}" held WHERE held."{key}" = row_id{same})"""
MAY_READ = "((SELECT access_role(access_me())) IS NOT NULL AND CASE table_name {tables} ELSE false END)"


def models_read() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if getattr(model, "access_earlier", False)]


def may_read() -> str:
    return MAY_READ.format(tables=" ".join(_of_table(model) for model in models_read()))


def _of_table(model: type[models.Model]) -> str:
    column = _leads_by(model)
    same = f""" AND held."{column}"::text IS NOT DISTINCT FROM "row"->>'{column}'""" if column else ""
    return OF_TABLE.format(table=model._meta.db_table, key=model._meta.pk.column, same=same)


def _leads_by(model: type[models.Model]) -> str:
    """The column that says about whom a row is; empty where that is the row itself, or nobody."""
    path = {"self": "child", "managed_worker": "worker"}.get(str(model.access_path), model.access_path)  # type: ignore[attr-defined]
    columns = {field.name: str(field.column) for field in model._meta.concrete_fields}
    return columns.get(str(path), "") if path != "pk" else ""


def keeping(cursor: CursorWrapper) -> Iterator[str]:
    """What gives each of these tables its kept_at, once: new rows by the clock, those there by when they were recorded."""
    cursor.execute(HAVE_IT)
    have_it = {table for (table,) in cursor.fetchall()}
    for model in models_read():
        if model._meta.db_table not in have_it:
            yield from _kept_from_now_on(model)


def _kept_from_now_on(model: type[models.Model]) -> Iterator[str]:
    table = f'"{model._meta.db_table}"'
    yield f"ALTER TABLE {table} ADD COLUMN {KEPT} timestamptz"
    if known := _recorded(model):
        # It is no change of the row: no version of it is kept, and what is written once may have it.
        yield f"ALTER TABLE {table} DISABLE TRIGGER USER"
        yield f"UPDATE {table} held SET {KEPT} = {known}"
        yield f"ALTER TABLE {table} ENABLE TRIGGER USER"
    yield f"ALTER TABLE {table} ALTER COLUMN {KEPT} SET DEFAULT clock_timestamp()"


def _recorded(model: type[models.Model]) -> str:
    fields: dict[str, Any] = {field.name: field for field in model._meta.concrete_fields}
    if "recorded_at" in fields:
        return "held.recorded_at"
    entry = fields.get("entry")
    if entry is None:
        return ""
    of = cast("type[models.Model]", entry.related_model)._meta.db_table
    return f'(SELECT e.recorded_at FROM "{of}" e WHERE e.id = held."{entry.column}")'
