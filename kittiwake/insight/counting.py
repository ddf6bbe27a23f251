"""Measures run on the database: whoever asks sees their own rows through row-level security, and nothing else.

With `known_at`, a measure is worked out on what was on the record at that moment, of whom the reader may see now. Limits
need no moment: none can be set for a day that is past, so what was set since applies to later days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connection

from kittiwake.insight.as_known import tables_as_known, well_joined
from kittiwake.insight.rules import Figure
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables
from kittiwake.primitives.measures.whose import COLUMNS, with_their_team

# (numerator, denominator, value) as each way of counting has them; "met" and "value" are the cases' columns.
_CHILDREN = "count(DISTINCT child_id)"
_VALUE_MET, _VALUE_REST = "sum(value) FILTER (WHERE met)", "sum(value) FILTER (WHERE NOT met)"
_MET, _CHILDREN_MET = "count(*) FILTER (WHERE met)", f"{_CHILDREN} FILTER (WHERE met)"
AGGREGATES = {
    "count": (_MET, "NULL::bigint", f"({_MET})::float8"),
    "children": (_CHILDREN, "NULL::bigint", f"{_CHILDREN}::float8"),
    "share": (_MET, "count(*)", f"{_MET} / nullif(count(*), 0)::float8"),
    "children_share": (_CHILDREN_MET, _CHILDREN, f"{_CHILDREN_MET} / nullif({_CHILDREN}, 0)::float8"),
    "per_child": ("count(*)", _CHILDREN, f"count(*) / nullif({_CHILDREN}, 0)::float8"),
    "median": ("NULL::bigint", "count(value)", "percentile_cont(0.5) WITHIN GROUP (ORDER BY value)"),
    "weighted": (_MET, "count(*)", f"coalesce({_VALUE_MET}, 0) / nullif(sum(value), 0)"),
    "ratio": (
        _MET,
        "count(*) FILTER (WHERE NOT met)",
        f"coalesce({_VALUE_MET}, 0) / nullif({_VALUE_REST}, 0)",
    ),
    "maximum": ("NULL::bigint", "count(value)", "max(value)"),
}
GROUPS = {"none": "NULL::text", "team": "team_id::text", "month": "to_char(\"on\", 'YYYY-MM')"}


@dataclass(frozen=True)
class Case:
    case_id: int
    child_id: int | None  # none where it is about a worker
    on: date
    met: bool
    value: float | None
    team_id: int | None
    worker_id: int | None
    since: str = ""  # what has become of it since a moment (comparing.py), where that was asked


class Compiled(NamedTuple):
    sql: str
    tables: frozenset[str]  # those it reads


def sql_of(measure: Measure, first: date, last: date, dialect: str = "postgres") -> str:
    """The cases of a measure as SQL. Worked out once for each period asked about, and anew when a limit has changed."""
    return compiled(measure, first, last, dialect).sql


def compiled(measure: Measure, first: date, last: date, dialect: str = "postgres") -> Compiled:
    return _compiled(measure, first, last, dialect, limits.fingerprint())


@lru_cache(maxsize=500)
def _compiled(
    measure: Measure, first: date, last: date, dialect: str, _limits: tuple[object, ...]
) -> Compiled:
    import ibis  # takes a second to import, and most processes never ask
    from ibis.expr.operations import UnboundTable

    tables = Tables(first, last)
    cases = with_their_team(tables, measure.cases(tables))
    read = frozenset(table.name for table in cases.op().find(UnboundTable))
    return Compiled(str(ibis.to_sql(cases, dialect=dialect)), read)


def figures(
    measure: Measure, first: date, last: date, group: str = "none", known_at: datetime | None = None
) -> list[Figure]:
    """One figure for the whole ("none"), or one for each "team" (by id) or "month", in order."""
    numerator, denominator, value = AGGREGATES[measure.how]
    grouped = "" if group == "none" else "GROUP BY 1 ORDER BY 1"
    counted = f"SELECT {GROUPS[group]}, {numerator}, {denominator}, {value}"
    cases, params = cases_sql(measure, first, last, known_at)
    rows = run(
        f'WITH cases AS ({cases}) {counted} FROM cases WHERE "on" BETWEEN %s AND %s {grouped}',
        [*params, first, last],
        known_at,
    )
    return [Figure(*row) for row in rows]


def rows(
    measure: Measure,
    first: date,
    last: date,
    *,
    team: int | None = None,
    month: str = "",
    many: int = 500,
    known_at: datetime | None = None,
) -> list[Case]:
    """The cases behind a figure, newest first; of one team or one month ("2026-03") when asked."""
    where, chosen = asked(first, last, team, month)
    columns = ", ".join(f'"{name}"' for name in COLUMNS)
    cases, params = cases_sql(measure, first, last, known_at)
    found = run(
        f'WITH cases AS ({cases}) SELECT {columns} FROM cases WHERE {where} ORDER BY "on" DESC, case_id DESC LIMIT %s',
        [*params, *chosen, many],
        known_at,
    )
    return [Case(**dict(zip(COLUMNS, row, strict=True))) for row in found]


def asked(first: date, last: date, team: int | None, month: str) -> tuple[str, list[Any]]:
    where: list[str] = ['"on" BETWEEN %s AND %s']
    params: list[Any] = [first, last]
    if team is not None:
        where, params = [*where, "team_id = %s"], [*params, team]
    if month:
        where, params = [*where, f"{GROUPS['month']} = %s"], [*params, month]
    return " AND ".join(where), params


def cases_sql(measure: Measure, first: date, last: date, known_at: datetime | None) -> tuple[str, list[Any]]:
    """Its cases as SQL for the driver, which reads % as the place of a parameter; in a measure it is a remainder."""
    sql, tables = compiled(measure, first, last)
    escaped = sql.replace("%", "%%")
    if known_at is None:
        return escaped, []
    then, params = tables_as_known(tables, known_at)
    return f"WITH {then} SELECT * FROM ({escaped}) known", params


def run(sql: str, params: list[Any], known_at: datetime | None = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor, well_joined(cursor, known_at):
        cursor.execute(sql, params)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
