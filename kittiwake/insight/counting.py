"""Measures run on the database: whoever asks sees their own rows through row-level security, and nothing else.

With `known_at`, a measure is worked out on what was on the record at that moment, of whom the reader may see now. Limits
need no moment: none can be set for a day that is past, so what was set since applies to later days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db import connection

from kittiwake.insight import read_once
from kittiwake.insight.as_known import tables_as_known, well_joined
from kittiwake.insight.rules import Figure
from kittiwake.primitives.measures import catalogue, statements
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.dimension import GROUP, NOT_KNOWN, Dimension
from kittiwake.primitives.measures.given import for_the_driver
from kittiwake.primitives.measures.statements import COUNTED
from kittiwake.primitives.measures.tables import EVERY_ROW
from kittiwake.primitives.measures.whose import COLUMNS

# (numerator, denominator, value) as each way of counting has them; "in_numerator" and "value" are the cases' columns.
_CHILDREN = "count(DISTINCT child_id)"
_COUNTED = "count(*) FILTER (WHERE in_numerator)"
_CHILDREN_COUNTED = f"{_CHILDREN} FILTER (WHERE in_numerator)"
_VALUE_COUNTED = "sum(value) FILTER (WHERE in_numerator)"
_VALUE_REST = "sum(value) FILTER (WHERE NOT in_numerator)"
_QUARTER = "percentile_cont({}) WITHIN GROUP (ORDER BY value)"
AGGREGATES = {
    "count": (_COUNTED, "NULL::bigint", f"({_COUNTED})::float8"),
    "children": (_CHILDREN, "NULL::bigint", f"{_CHILDREN}::float8"),
    "share": (_COUNTED, "count(*)", f"{_COUNTED} / nullif(count(*), 0)::float8"),
    "children_share": (_CHILDREN_COUNTED, _CHILDREN, f"{_CHILDREN_COUNTED} / nullif({_CHILDREN}, 0)::float8"),
    "per_child": ("count(*)", _CHILDREN, f"count(*) / nullif({_CHILDREN}, 0)::float8"),
    "median": ("NULL::bigint", "count(value)", "percentile_cont(0.5) WITHIN GROUP (ORDER BY value)"),
    "spread": ("NULL::bigint", "count(value)", f"{_QUARTER.format(0.75)} - {_QUARTER.format(0.25)}"),
    "weighted": (_COUNTED, "count(*)", f"coalesce({_VALUE_COUNTED}, 0) / nullif(sum(value), 0)"),
    "ratio": (
        _COUNTED,
        "count(*) FILTER (WHERE NOT in_numerator)",
        f"coalesce({_VALUE_COUNTED}, 0) / nullif({_VALUE_REST}, 0)",
    ),
    "maximum": ("NULL::bigint", "count(value)", "max(value)"),
}
TEAM, SETS = "team", "sets"
OF_THE_PERIOD = '"on" BETWEEN %(first)s AND %(last)s'
GROUPS = {"none": "", TEAM: "team_id::text", "month": "to_char(\"on\", 'YYYY-MM')"}
# No breakdown: which cases they are, and which children, as numbers that are the same for the same (disclosure/sets.py).
_EACH_CASE = "hashtextextended(concat_ws(' ', case_id, child_id, \"on\"), 0)::numeric"
_EACH_CHILD = "hashint8extended(child_id, 0)::numeric"
MARKS = [
    f"coalesce(sum({each}) FILTER (WHERE {which}), 0)"
    for each in (_EACH_CASE, f"DISTINCT {_EACH_CHILD}")
    for which in ("TRUE", "in_numerator")
]
NAMES = {**GROUPS, SETS: f"concat_ws(' ', {', '.join(MARKS)})"}
OF_EVERYBODY = 40  # measures to a statement at most: it must be over before the database ends it
FEW = 5_000  # children
SEES_FEW = """
  SELECT access_internal(access_me()) AND NOT access_everyone(access_me())
     AND (SELECT coalesce(sum(upper(seen) - lower(seen)), 0) <= %(few)s FROM unnest(access_seen()) seen)"""


@dataclass(frozen=True)
class Case:
    case_id: int
    child_id: int | None  # none where it is about a worker
    on: date
    in_numerator: bool
    value: float | None
    team_id: int | None
    worker_id: int | None
    since: str = ""  # what has become of it since a moment (comparing.py), where that was asked
    group: str | None = None  # by the dimension that was asked


def figures(
    measure: Measure, first: date, last: date, group: str = "none", known_at: datetime | None = None
) -> list[Figure]:
    """One figure for the whole ("none"), or one for each "team" (by id), "month" or group of a dimension, in order."""
    return figures_of([measure], first, last, [group], known_at)[measure.key, group]


def figures_of(
    measures: Sequence[Measure],
    first: date,
    last: date,
    groups: Sequence[str] = ("none",),
    known_at: datetime | None = None,
) -> dict[tuple[str, str], list[Figure]]:
    """By the measure's key and the group, in few statements."""
    figures_by_group: dict[tuple[str, str], list[Figure]] = {
        (measure.key, group): [] for measure in measures for group in groups
    }
    sees_few = len(measures) > 1 and _sees_few()
    for some in [measures] if sees_few else by_what_is_read(measures):
        for key, group, *figure in _counted(some, first, last, groups, known_at, sees_few=sees_few):
            figures_by_group[key, group].append(Figure(*figure))
    return {at: sorted(rows, key=_in_order) for at, rows in figures_by_group.items()}


def _sees_few() -> bool:
    """Whoever works here sees the entries of the children they see, and nothing else. Of few children those are fewer
    than what is of the period."""
    ((few,),) = run(SEES_FEW, {"few": FEW}, by_hash=False)
    return bool(few)


def by_what_is_read(measures: Sequence[Measure]) -> Iterator[Sequence[Measure]]:
    """Those together that read a part of the same tables, so that others do not go through what is read for them."""
    for _, alike in groupby(sorted(measures, key=_read_in_part), key=_read_in_part):
        some = list(alike)
        yield from (some[start : start + OF_EVERYBODY] for start in range(0, len(some), OF_EVERYBODY))


def _read_in_part(measure: Measure) -> list[str]:
    parts = statements.of(measure).parts
    return [table for table in sorted(parts) if read_once.is_found_by_itself(parts[table])]


def _in_order(figure: Figure) -> tuple[bool, str]:
    return figure.group is None, figure.group or ""


def _counted(
    measures: Sequence[Measure],
    first: date,
    last: date,
    groups: Sequence[str],
    known_at: datetime | None,
    *,
    sees_few: bool,
) -> list[tuple[Any, ...]]:
    """(key, group, name of it, numerator, denominator, value)"""
    params: dict[str, Any] = {"first": first, "last": last}
    counted = []
    for measure in measures:
        statement = statements.of(measure)
        params |= statements.values(statement.given, first, last)
        cases = statement.sql if _asks_whose(groups) else statement.cases
        counted.append(_counted_by_group(measure, for_the_driver(cases), groups))
    for dimension in _dimensions(groups):
        params |= statements.values(statements.by(dimension).given, first, last)
    tables, needed = _tables(measures, groups, known_at, sees_few=sees_few)
    return run(f"{tables} {' UNION ALL '.join(counted)}", {**params, **needed}, by_hash=bool(tables))


def _counted_by_group(measure: Measure, cases: str, groups: Sequence[str]) -> str:
    counts = ", ".join(AGGREGATES[measure.how])
    parts = [
        f"SELECT '{measure.key}', '{group}', {name or 'NULL::text'}, {counts} FROM {cases_in_groups}"
        + (" GROUP BY 3" if name and group != SETS else "")
        for group in groups
        for name, cases_in_groups in [_grouped(group)]
    ]
    asked = f"SELECT * FROM ({cases}) cases WHERE {OF_THE_PERIOD}"
    return f"SELECT * FROM (WITH {COUNTED} AS ({asked}) {' UNION ALL '.join(parts)}) counted"


def _grouped(group: str) -> tuple[str, str]:
    """What the cases are grouped by, and where they stand with it."""
    if group in NAMES:
        return NAMES[group], COUNTED
    sql = for_the_driver(statements.by(catalogue.dimensions()[group]).sql)
    return f'"{GROUP}"', f"({sql}) in_groups"


def _dimensions(groups: Sequence[str]) -> list[Dimension]:
    return [catalogue.dimensions()[group] for group in groups if group not in NAMES]


def _asks_whose(groups: Sequence[str]) -> bool:
    """Whether it makes a difference which team and which worker held the child."""
    return TEAM in groups or bool(_dimensions(groups))


def _tables(
    measures: Sequence[Measure], groups: Sequence[str], known_at: datetime | None, *, sees_few: bool
) -> tuple[str, dict[str, Any]]:
    """As they were known then; or, where several measures read them, each gone through once, with what the reader may
    see of it. A single measure reads what it needs by the indexes there are."""
    parts = _read(measures, groups)
    if known_at is not None:
        queries, params = tables_as_known(parts, known_at)
        return f"WITH {queries}", params
    if len(measures) == 1:
        return "", {}
    return read_once.of_few(parts) if sees_few else read_once.of_everybody(parts), {}


def _read(measures: Sequence[Measure], groups: Sequence[str]) -> dict[str, set[str]]:
    parts: dict[str, set[str]] = defaultdict(set)
    for statement in map(statements.of, measures):
        for table, conditions in statement.parts.items():
            parts[table].update(conditions)
        for table in set(statement.tables).difference(statement.parts) if _asks_whose(groups) else ():
            parts[table].add(EVERY_ROW)
    for dimension in _dimensions(groups):
        for table, conditions in statements.by(dimension).parts.items():
            parts[table].update(conditions)
    return parts


def rows(
    measure: Measure,
    first: date,
    last: date,
    *,
    team: int | None = None,
    month: str = "",
    by: Dimension | None = None,
    group: str = "",
    met: bool | None = None,
    many: int = 500,
    known_at: datetime | None = None,
) -> list[Case]:
    """The cases behind a figure, newest first; of one team, one month ("2026-03") or one group of a dimension when asked;
    `met` says whether only those in the numerator, or only the others."""
    where, chosen = asked(first, last, team, month, group, met)
    names = (*COLUMNS, GROUP) if by else COLUMNS
    columns = ", ".join(f'"{name}"' for name in names)
    cases, params = cases_sql(measure, first, last, known_at, by)
    case_rows = run(
        f"WITH cases AS ({cases}) SELECT {columns} FROM cases WHERE {where} "
        # An episode may be several cases: in one order always, or the order tells what else was looked through.
        f'ORDER BY "on" DESC, case_id DESC, {columns} LIMIT %(many)s',
        {**params, **chosen, "many": many},
        by_hash=known_at is not None,
    )
    return [Case(**dict(zip(names, row, strict=True))) for row in case_rows]


def asked(
    first: date,
    last: date,
    team: int | None = None,
    month: str = "",
    group: str = "",
    met: bool | None = None,
) -> tuple[str, dict[str, Any]]:
    where: list[str] = [OF_THE_PERIOD]
    params = {"first": first, "last": last, "team": team, "month": month, "in_group": group}
    if team is not None:
        where.append("team_id = %(team)s")
    if month:
        where.append(f"{GROUPS['month']} = %(month)s")
    if group:
        where.append(f'"{GROUP}" IS NULL' if group == NOT_KNOWN else f'"{GROUP}" = %(in_group)s')
    if met is not None:
        where.append("in_numerator" if met else "NOT in_numerator")
    return " AND ".join(where), params


def cases_sql(
    measure: Measure, first: date, last: date, known_at: datetime | None, by: Dimension | None = None
) -> tuple[str, dict[str, Any]]:
    """Its cases as SQL for the driver, and their parameters; with the group of each where a dimension is asked."""
    statement = statements.of(measure)
    sql, read, given = for_the_driver(statement.sql), set(statement.tables), statement.given
    if by:
        groups = statements.by(by)
        sql = statements.grouping(sql, for_the_driver(groups.sql), OF_THE_PERIOD)
        read, given = read | set(groups.tables), {**given, **groups.given}
    params = {**statements.values(given, first, last), "first": first, "last": last}
    if known_at is None:
        return sql, params
    then, needed = tables_as_known(read, known_at)
    return f"WITH {then} SELECT * FROM ({sql}) known", {**params, **needed}


def run(sql: str, params: dict[str, Any], *, by_hash: bool) -> list[tuple[Any, ...]]:
    """`by_hash` where the statement makes its own tables (as_known.well_joined)."""
    with connection.cursor() as cursor, well_joined(cursor, by_hash):
        cursor.execute(sql, params)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
