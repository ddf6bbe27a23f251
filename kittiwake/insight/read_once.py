"""What several measures read, each table gone through once for all of them: a query of its name before the statement.

Of whoever sees few children only what hangs on their entries is looked for, which row-level security would come to as well.
Of everybody's records only the part that the measures say is enough (Tables.since, Tables.beside): what cannot be of the
period is never visited. Entries are looked up for what hangs on them: no measure counts them for their own sake.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from django.apps import apps
from django.db.models import Model

from kittiwake.primitives.measures.given import for_the_driver
from kittiwake.primitives.measures.tables import EVERY_ROW
from kittiwake.record.models import Child, Entry

Parts = Mapping[str, Collection[str]]  # by table: which rows are read of it, one condition or another
CHILD, ENTRY = Child._meta.db_table, Entry._meta.db_table
BESIDE = "= ANY (ARRAY("  # what is found by the rows of another table, which stands before it


def of_few(tables: Collection[str]) -> str:
    first = [name for name in (CHILD, ENTRY) if name in tables]
    rest = sorted(set(tables) - {CHILD, ENTRY})
    return _with([_query(name, _narrowed(name)) for name in [*first, *rest]])


def of_everybody(parts: Parts) -> str:
    return _with([_part(name, parts) for name in sorted(parts, key=lambda name: (_place(name, parts), name))])


def is_found_by_itself(conditions: Collection[str]) -> bool:
    """Whether only a part of that table is read, and one that no other table tells."""
    return EVERY_ROW not in conditions and not any(BESIDE in condition for condition in conditions)


def _place(table: str, parts: Parts) -> int:
    if table == ENTRY:
        return 2
    return 1 if any(BESIDE in condition for condition in parts[table]) else 0


def _part(table: str, parts: Parts) -> str:
    if table == ENTRY:
        return _query(table, _hung_on(parts))
    if EVERY_ROW in parts[table]:
        return _query(table, "")
    conditions = [for_the_driver(condition) for condition in sorted(parts[table])]
    alone = " OR ".join(condition for condition in conditions if BESIDE not in condition)
    ways = [*filter(None, [alone]), *(condition for condition in conditions if BESIDE in condition)]
    return _query(table, ways[0]) if len(ways) == 1 else _either(table, ways)


def _either(table: str, ways: list[str]) -> str:
    """Each way by its own index; a row that is found in several of them once."""
    rows = " UNION ALL ".join(f'SELECT * FROM public."{table}" WHERE {way}' for way in ways)
    key = _model(table)._meta.pk.column
    return f'"{table}" AS MATERIALIZED (SELECT DISTINCT ON ("{key}") * FROM ({rows}) read)'


def _hung_on(parts: Parts) -> str:
    ids = [
        f'SELECT "{field.column}" FROM "{table}"'
        for table in sorted(parts)
        for field in _model(table)._meta.concrete_fields
        if field.related_model is Entry
    ]
    return f"id = ANY (ARRAY({' UNION ALL '.join(ids)}))" if ids else ""


@cache
def _narrowed(table: str) -> str:
    """The entries of the children who are seen, and what hangs on those entries. Empty for a table that is seen another way."""
    model = _model(table)
    path = str(model.access_path)  # type: ignore[attr-defined]  # each of ours says it; a test holds that
    if path == "self":
        return f'child_id = ANY (ARRAY(SELECT id FROM "{CHILD}"))'
    field = {field.name: field for field in model._meta.concrete_fields}.get(path)
    if field is None or field.null or field.related_model is not Entry:
        return ""
    return f'"{field.column}" = ANY (ARRAY(SELECT id FROM "{ENTRY}"))'


@cache
def _model(table: str) -> type[Model]:
    return next(model for model in apps.get_models() if model._meta.db_table == table)


def _query(table: str, condition: str) -> str:
    where = f" WHERE {condition}" if condition else ""
    return f'"{table}" AS MATERIALIZED (SELECT * FROM public."{table}"{where})'


def _with(queries: list[str]) -> str:
    return f"WITH {', '.join(queries)}"
