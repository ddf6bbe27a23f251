"""A column's value is one of these: as one array, so that the text is the same however many there are."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import EmptyResultSet
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Func, QuerySet
from django.db.models.sql.compiler import SQLCompiler


class Among(Func):
    """`filter(Among("entry_id", keys))` finds what `filter(entry__in=keys)` does: of no keys nothing, without asking."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, column: str, values: Collection[int] | Collection[str]) -> None:
        super().__init__(column)
        self.values = list(values)

    def as_sql(  # type: ignore[override]  # Django's own takes more
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: Any
    ) -> tuple[str, tuple[Any, ...]]:
        if not self.values:
            raise EmptyResultSet
        column, params = compiler.compile(self.source_expressions[0])
        return f"({column} = ANY (%s))", (*params, self.values)


class AmongFound(Func):
    """`filter(AmongFound("worker_id", agreed.values("worker_id")))` finds what `worker_id__in` does, in this order: those first,
    then the rows that name them, by their index. A join the planner may begin at the other, larger end.
    """

    output_field = BooleanField()
    conditional = True
    template, arg_joiner = "(%(expressions)s))", " = ANY ("

    def __init__(self, column: str, rows: QuerySet[Any, Any]) -> None:
        super().__init__(column, ArraySubquery(rows))
