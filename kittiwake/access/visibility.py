"""The rule of rule.sql as a condition: for policies and for querysets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func
from django.db.models.sql.compiler import SQLCompiler

from kittiwake.record.models import Child, Entry

Compiled = tuple[str, tuple[Any, ...]]


def in_sight(column: str, ranges: str) -> str:
    """The SQL that is true where the child whose id is in `column` (with its table's name) is among `ranges`.

    A function's call, not its operator @>: of that the planner believes that it lets hardly any row through.
    """
    return f"multirange_contains_elem((SELECT {ranges}), {column})"


class VisibleTo(Func):
    """True for rows whose child the user may see, whoever is asking: a job may ask on somebody's behalf.

    `opened` are children who have been asked about already: for their rows nothing more is worked out.
    """

    output_field = models.BooleanField()
    conditional = True

    def __init__(self, child_column: str, user_id: int, opened: Iterable[int] = ()) -> None:
        super().__init__(child_column)
        self.user_id, self.opened = int(user_id), sorted(opened)

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: Any) -> Compiled:  # type: ignore[override]
        column, params = compiler.compile(self.source_expressions[0])
        seen = in_sight(column, "access_kept(%s)")
        if not self.opened:
            return seen, (self.user_id, *params)
        return f"({column} = ANY (%s) OR {seen})", (*params, self.opened, self.user_id, *params)


class OneByOne(Func):
    """True for the children of a user who sees few of them, one by one. VisibleTo lets through no others; but from this the planner
    learns that they are few, and finds them by their keys instead of asking it of every child."""

    output_field = models.BooleanField()
    conditional = True

    def __init__(self, child_column: str, user_id: int) -> None:
        super().__init__(child_column)
        self.user_id = int(user_id)

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: Any) -> Compiled:  # type: ignore[override]
        column, params = compiler.compile(self.source_expressions[0])
        return f"{column} IN (SELECT access_one_by_one(%s))", (*params, self.user_id)


class LetOpen(Func):
    """The row's child, opened (kept.sql): what is read of them from now on need not be worked out. Null where it may not be."""

    function = "access_open"
    output_field = models.BigIntegerField()


class OnlyOpened(Func):
    """True for rows whose child whoever is asking sees only because they broke in."""

    output_field = models.BooleanField()
    conditional = True

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: Any) -> Compiled:  # type: ignore[override]
        column, params = compiler.compile(self.source_expressions[0])
        return f"coalesce({column} IN (SELECT access_only_opened()), false)", tuple(params)


class LetInToOne(Func):
    """True for entries the user was let in to one by one."""

    output_field = models.BooleanField()
    conditional = True

    def __init__(self, entry_column: str, user_id: int) -> None:
        super().__init__(entry_column)
        self.user_id = int(user_id)

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: Any) -> Compiled:  # type: ignore[override]
        column, params = compiler.compile(self.source_expressions[0])
        return f"({column} = ANY ((SELECT access_single(%s))::bigint[]))", (*params, self.user_id)


def steps_to_child(model: type[models.Model]) -> tuple[str, str | None]:
    """(lookup path to the child's id, lookup path to the entry or None) from a guarded model."""
    path = getattr(model, "access_path", None)
    if path == "pk":
        return "pk", None
    if path in ("self", "child_id"):
        return "child_id", "" if path == "self" else None
    if path is None or path in (
        "internal",
        "power",
        "user",
        "importer",
        "only",
        "reading",
        "earlier",
        "closed",
        "person",
        "worker",
        "managed_worker",
        "whole_workforce",
    ):
        raise LookupError(f"{model.__name__} does not lead to one child.")
    field = model._meta.get_field(path)
    if field.one_to_many:
        raise LookupError(f"{model.__name__} leads to several children.")
    target = cast("type[models.Model]", field.related_model)
    if target is Child:
        return f"{path}_id", None
    child, entry = steps_to_child(target)
    entry_path = path if target is Entry else (f"{path}__{entry}" if entry is not None else None)
    return f"{path}__{child}", entry_path
