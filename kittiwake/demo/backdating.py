"""The made-up past, as it was known then: when the database took a row in is put to when the story says so.

The council is made in a few minutes, so by the database's own clock nothing of it was known before today. Every recording
function ends by writing its history with the moment it is told, so what was written just before is of that moment; and what
goes on from a day, or ends on one, was known that day. Run by the owner, who alone may: `watch` before the council is made, `date` after. A
real council's clock is never touched.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import django
from django.db import connection, models, transaction
from django.db.backends.utils import CursorWrapper

from kittiwake.access.earlier import KEPT, models_read

# The connection that wrote a row: several make the council side by side, each of them in the order of its own story.
WRITER = "written_by"
MOMENTS = f"""
    CREATE TEMPORARY TABLE moments ON COMMIT DROP AS
    SELECT DISTINCT ON ({WRITER}, wrote) {WRITER}, wrote, least(at, wrote) AS at
      FROM (SELECT {WRITER}, {KEPT} AS wrote, at FROM history_event) e
"""
# The moment of the first history that the same writer wrote from then on.
TOLD = (
    f"coalesce((SELECT m.at FROM moments m WHERE m.{WRITER} = {{table}}.{WRITER} AND m.wrote >= {{table}}.{{clock}}"
    " ORDER BY m.wrote LIMIT 1), {table}.{clock})"
)
OF_VERSIONS = f"""
    UPDATE history_version v SET replaced_at = told.at, "row" = v."row" - '{WRITER}'
      FROM (SELECT id, max({TOLD.format(table="w", clock="replaced_at")}) OVER (PARTITION BY table_name, row_id ORDER BY id) AS at
              FROM history_version w) told
     WHERE told.id = v.id
"""
# Whoever came after them is known from the same day.
OF_ENDS = """
    UPDATE history_version v SET replaced_at = least(v.replaced_at, held.ends_on + time '09:00')
      FROM "{table}" held
     WHERE v.table_name = '{table}' AND v.row_id = held."{key}" AND v."row"->>'ends_on' IS NULL AND held.ends_on IS NOT NULL
"""


def watch(cursor: CursorWrapper) -> None:
    cursor.execute(f"ALTER TABLE history_event ADD COLUMN {KEPT} timestamptz DEFAULT clock_timestamp()")
    for table in _watched():
        cursor.execute(f'ALTER TABLE "{table}" ADD COLUMN {WRITER} integer DEFAULT pg_backend_pid()')


def date(cursor: CursorWrapper) -> None:
    for statement in _statements():
        cursor.execute(statement)


def _statements() -> Iterator[str]:
    yield MOMENTS
    yield f"CREATE INDEX ON moments ({WRITER}, wrote, at)"
    yield "ANALYZE moments"
    of_versions = [OF_VERSIONS]
    for model in models_read():
        table, names = model._meta.db_table, _names(model)
        told = TOLD.format(table=f'"{table}"', clock=KEPT)
        if "starts_on" in names:
            told = f"least({told}, starts_on + time '09:00')"
        yield from _untouched(table, f'UPDATE "{table}" SET {KEPT} = {told}')
        if "ends_on" in names:
            of_versions.append(OF_ENDS.format(table=table, key=model._meta.pk.column))
    yield from _untouched("history_version", *of_versions)
    yield f"ALTER TABLE history_event DROP COLUMN {KEPT}"
    for table in _watched():
        yield f'ALTER TABLE "{table}" DROP COLUMN {WRITER}'


def _watched() -> list[str]:
    return ["history_event", "history_version", *(model._meta.db_table for model in models_read())]


def _names(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.fields}


def _untouched(table: str, *updates: str) -> Iterator[str]:
    """It is no change of the rows: no version of them is kept."""
    yield f'ALTER TABLE "{table}" DISABLE TRIGGER USER'
    yield from updates
    yield f'ALTER TABLE "{table}" ENABLE TRIGGER USER'


if __name__ == "__main__":
    django.setup()
    with transaction.atomic(), connection.cursor() as owner:
        {"watch": watch, "date": date}[sys.argv[1]](owner)
