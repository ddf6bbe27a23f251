"""The made-up past, as it was known then: when the database took a row in is put to when the story says so.

The council is made in a few minutes, so by the database's own clock nothing of it was known before today. Every recording
function ends by writing its history with the moment it is told, so what was written just before is of that moment; and what
goes on from a day was known that day. Run by the owner, who alone may: `watch` before the council is made, `date` after. A
real council's clock is never touched.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import django
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from kittiwake.access.earlier import KEPT, models_read

MOMENTS = f"""
    CREATE TEMPORARY TABLE moments ON COMMIT DROP AS
    SELECT DISTINCT ON (wrote) wrote, least(at, wrote) AS at FROM (SELECT {KEPT} AS wrote, at FROM history_event) e
"""
# The moment of the first history written from then on.
TOLD = "coalesce((SELECT m.at FROM moments m WHERE m.wrote >= {clock} ORDER BY m.wrote LIMIT 1), {clock})"
OF_VERSIONS = f"""
    UPDATE history_version v SET replaced_at = told.at
      FROM (SELECT id, max({TOLD.format(clock="replaced_at")}) OVER (PARTITION BY table_name, row_id ORDER BY id) AS at
              FROM history_version) told
     WHERE told.id = v.id
"""


def watch(cursor: CursorWrapper) -> None:
    cursor.execute(f"ALTER TABLE history_event ADD COLUMN {KEPT} timestamptz DEFAULT clock_timestamp()")


def date(cursor: CursorWrapper) -> None:
    for statement in _statements():
        cursor.execute(statement)


def _statements() -> Iterator[str]:
    yield MOMENTS
    yield "CREATE INDEX ON moments (wrote, at)"
    yield "ANALYZE moments"
    for model in models_read():
        table, told = model._meta.db_table, TOLD.format(clock=KEPT)
        if any(field.name == "starts_on" for field in model._meta.fields):
            told = f"least({told}, starts_on + time '09:00')"
        yield from _untouched(table, f'UPDATE "{table}" SET {KEPT} = {told}')
    yield from _untouched("history_version", OF_VERSIONS)
    yield f"ALTER TABLE history_event DROP COLUMN {KEPT}"


def _untouched(table: str, update: str) -> Iterator[str]:
    """It is no change of the rows: no version of them is kept."""
    yield f'ALTER TABLE "{table}" DISABLE TRIGGER USER'
    yield update
    yield f'ALTER TABLE "{table}" ENABLE TRIGGER USER'


if __name__ == "__main__":
    django.setup()
    with transaction.atomic(), connection.cursor() as owner:
        {"watch": watch, "date": date}[sys.argv[1]](owner)
