"""The cases of a measure as they count now, beside those that counted by what was known at a moment.

A case is the same by its case_id. It is new where it did not count then, gone where it no longer does, and changed where
its day, its answer or its value is another.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from kittiwake.insight.counting import Case, asked, cases_sql, run
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.dimension import GROUP, Dimension
from kittiwake.primitives.measures.whose import COLUMNS

NEW, CHANGED, GONE = "new", "changed", "gone"
SAID = """SELECT case_id, array_agg(said ORDER BY said) AS said
            FROM (SELECT case_id, ROW("on", in_numerator, value)::text AS said FROM {cases}) one GROUP BY case_id"""
TOLD = f"""
  said_now AS ({SAID.format(cases="now_counted")}),
  said_then AS ({SAID.format(cases="then_counted")}),
  told AS (
    SELECT case_id, CASE WHEN said_then.said IS NULL THEN '{NEW}' WHEN said_now.said IS NULL THEN '{GONE}'
                         WHEN said_now.said <> said_then.said THEN '{CHANGED}' ELSE '' END AS since
      FROM said_now FULL JOIN said_then USING (case_id)
  )"""


def counts_since(measure: Measure, first: date, last: date, known_at: datetime) -> dict[str, int]:
    """How many cases are new, changed or gone; what is none is left out."""
    told, params = _told(measure, first, last, known_at, asked(first, last))
    return dict(
        run(
            f"WITH {told} SELECT since, count(*) FROM told WHERE since <> '' GROUP BY since",
            params,
            by_hash=True,
        )
    )


def rows_since(
    measure: Measure,
    first: date,
    last: date,
    known_at: datetime,
    *,
    team: int | None = None,
    month: str = "",
    by: Dimension | None = None,
    group: str = "",
    met: bool | None = None,
    many: int = 500,
) -> list[Case]:
    """As counting.rows, and those that are gone, each with what has become of it since."""
    chosen = asked(first, last, team, month, group, met)
    told, params = _told(measure, first, last, known_at, chosen, by)
    names = _names(by)
    columns = ", ".join(f'"{name}"' for name in names)
    case_rows = run(
        f"""WITH {told}, both_counted AS (
              SELECT now_counted.*, since FROM now_counted JOIN told USING (case_id)
               UNION ALL
              SELECT then_counted.*, since FROM then_counted JOIN told USING (case_id) WHERE since = '{GONE}'
            ) SELECT {columns}, since FROM both_counted
               ORDER BY "on" DESC, case_id DESC, {columns}, since LIMIT %(many)s""",
        {**params, "many": many},
        by_hash=True,
    )
    return [Case(**dict(zip((*names, "since"), row, strict=True))) for row in case_rows]


def _names(by: Dimension | None) -> tuple[str, ...]:
    return (*COLUMNS, GROUP) if by else COLUMNS


def _told(
    measure: Measure,
    first: date,
    last: date,
    known_at: datetime,
    chosen: tuple[str, dict[str, Any]],
    by: Dimension | None = None,
) -> tuple[str, dict[str, Any]]:
    where, params = chosen
    columns = ", ".join(f'"{name}"' for name in _names(by))
    parts: list[str] = []
    for name, moment in (("now_counted", None), ("then_counted", known_at)):
        cases, needed = cases_sql(measure, first, last, moment, by)
        parts.append(f"{name} AS (SELECT {columns} FROM ({cases}) cases WHERE {where})")
        params |= needed
    return f"{', '.join(parts)}, {TOLD}", params
