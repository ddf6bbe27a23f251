"""What holds back whoever sees a child and may not change them, and which child a row of each kind is about. See policies.py."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from kittiwake.access.visibility import steps_to_child


def restricting(model: type[models.Model]) -> Iterator[tuple[str, str]]:
    """Every recording function writes a row that is directly about the child, so it is enough to hold these."""
    column = child_column(model)
    if column is None:
        return
    broke_in = f"{column} IN (SELECT access_only_opened())"
    allowed = getattr(model, "access_by_opening", "false")
    may = f"(NOT coalesce({broke_in}, false) OR {allowed})"
    yield "reads_only", f"AS RESTRICTIVE FOR UPDATE USING {may}"
    yield "adds_nothing", f"AS RESTRICTIVE FOR INSERT WITH CHECK {may}"
    if change := getattr(model, "access_change", ""):
        yield "may_change", f"AS RESTRICTIVE FOR INSERT WITH CHECK ({change})"


def child_column(model: type[models.Model]) -> str | None:
    """The column with the child's id, where the table has it."""
    path = getattr(model, "access_path", None)
    if path in ("pk", "self", "child_id"):
        return column_of(model, "id" if path == "pk" else "child_id")
    for field in model._meta.concrete_fields:
        target = field.related_model if field.name == path else None
        if isinstance(target, type) and target._meta.label == "record.Child":
            return column_of(model, str(field.column))
    return None


def column_of(model: type[models.Model], column: str) -> str:
    return f'"{model._meta.db_table}"."{column}"'


def child_behind(model: type[models.Model]) -> str:
    try:
        path, _ = steps_to_child(model)
    except LookupError:
        return f"WHEN '{model._meta.label_lower}' THEN NULL"
    rows = model._base_manager.filter(pk=models.expressions.RawSQL("$2", [])).values(path)
    sql, params = rows.query.sql_with_params()
    assert not params
    return f"WHEN '{model._meta.label_lower}' THEN ({sql})"
