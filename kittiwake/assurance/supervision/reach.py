"""Whose supervision somebody sees the dates of: the condition, for policies and for query sets (visibility.py).

Their own, of those they supervise or cover for, and for managers of everybody in their teams; roles that look at the
whole service see all. The personal part is not among it: see models/personal.py.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Func
from django.db.models.sql.compiler import SQLCompiler

Sql = tuple[str, tuple[str | int, ...]]


def reached(table: str, viewer: str = "access_me()", *, in_group: bool = False) -> str:
    """The SQL that is true of a row of `table` (as SQL names it), with worker_id and supervisor_id, that `viewer` may see."""
    ways = [
        f"(SELECT access_everyone({viewer}))",
        f'{table}."worker_id" IN (SELECT supervision_workers({viewer}))',
        f'{table}."supervisor_id" = (SELECT access_worker(access_by_name({viewer})))',
    ]
    if in_group:
        team = f'{table}."team_id" = ANY ((SELECT access_teams({viewer}))::bigint[])'
        ways.append(f'({table}."worker_id" IS NULL AND {team})')
    return f"({' OR '.join(ways)})"


class Reached(Func):
    output_field = models.BooleanField()
    conditional = True

    def __init__(self, user_id: int, *, in_group: bool) -> None:
        super().__init__(F("supervisor_id"))
        self.user_id, self.in_group = int(user_id), in_group

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *_: Any, **more: Any) -> Sql:
        column = compiler.compile(self.source_expressions[0])[0]
        table = column.split(".")[0]
        return reached(table, str(self.user_id), in_group=self.in_group), ()


class WorkersOf(Func):
    """True for workers whose supervision the user sees the dates of."""

    output_field = models.BooleanField()
    conditional = True

    def __init__(self, user_id: int) -> None:
        super().__init__(F("pk"))
        self.user_id = int(user_id)

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *_: Any, **more: Any) -> Sql:
        column = compiler.compile(self.source_expressions[0])[0]
        who = str(self.user_id)
        return f"((SELECT access_everyone({who})) OR {column} IN (SELECT supervision_workers({who})))", ()
