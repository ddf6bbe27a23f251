"""A published figure's cases as they counted, beside what counts today: each by its own record.

Three sets are laid beside one another, under the reader's own row-level security: what was kept, what the same facts give by
today's definition (as known then), and what is known now. Where the first two differ, the definition or the program changed;
where the last two do, the record did.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from kittiwake.assurance.performance.counts.cases import table_of
from kittiwake.assurance.performance.models import Count
from kittiwake.assurance.performance.models.counts import PERIOD
from kittiwake.insight.counting import cases_sql, run
from kittiwake.primitives.measures.definition import Measure

JUDGED, NEW, CHANGED, GONE = "judged", "new", "changed", "gone"
SAID = """SELECT case_id, array_agg(ROW("on", in_numerator, value)::text ORDER BY ROW("on", in_numerator, value)::text) AS said,
                 min(child_id) AS child_id, min(worker_id) AS worker_id, max("on") AS "on", bool_or(in_numerator) AS counted
            FROM {cases} GROUP BY case_id"""
TOLD = f"""
  kept_said AS ({SAID.format(cases="kept")}), then_said AS ({SAID.format(cases="then_counted")}),
  now_said AS ({SAID.format(cases="now_counted")}),
  told AS (
    SELECT case_id, coalesce(now_said.child_id, then_said.child_id, kept_said.child_id) AS child_id,
           coalesce(now_said.worker_id, then_said.worker_id, kept_said.worker_id) AS worker_id,
           kept_said."on" AS on_then, kept_said.counted AS counted_then, now_said."on" AS on_now,
           now_said.counted AS counted_now,
           CASE WHEN kept_said.said IS DISTINCT FROM then_said.said THEN '{JUDGED}'
                WHEN then_said.said IS NULL AND now_said.said IS NOT NULL THEN '{NEW}'
                WHEN now_said.said IS NULL AND then_said.said IS NOT NULL THEN '{GONE}'
                WHEN then_said.said IS DISTINCT FROM now_said.said THEN '{CHANGED}' ELSE '' END AS what
      FROM kept_said FULL JOIN then_said USING (case_id) FULL JOIN now_said USING (case_id))"""


@dataclass(frozen=True)
class ChangedCase:
    case_id: int
    child_id: int | None
    worker_id: int | None
    on_then: date | None
    counted_then: bool | None
    on_now: date | None
    counted_now: bool | None
    what: str


@dataclass(frozen=True)
class Numbers:
    """Of the cases that the reader may see."""

    counted_then: int
    cases_then: int
    counted_now: int
    cases_now: int
    by_what: dict[str, int]


def numbers(count: Count, measure: Measure) -> Numbers:
    told, params = _told(count, measure)
    sides = run(
        f"""WITH {told} SELECT (SELECT count(*) FILTER (WHERE in_numerator) FROM kept), (SELECT count(*) FROM kept),
                  (SELECT count(*) FILTER (WHERE in_numerator) FROM now_counted), (SELECT count(*) FROM now_counted),
                  (SELECT coalesce(jsonb_object_agg(what, many), '{{}}')::text FROM
                     (SELECT what, count(*) AS many FROM told WHERE what <> '' GROUP BY what) whats)""",
        params,
        by_hash=True,
    )
    counted_then, cases_then, counted_now, cases_now, by_what = sides[0]
    return Numbers(counted_then, cases_then, counted_now, cases_now, json.loads(by_what))


def changed_cases(count: Count, measure: Measure, many: int) -> list[ChangedCase]:
    told, params = _told(count, measure)
    rows = run(
        f"""WITH {told} SELECT case_id, child_id, worker_id, on_then, counted_then, on_now, counted_now, what
              FROM told WHERE what <> '' ORDER BY coalesce(on_now, on_then) DESC, case_id DESC LIMIT %(many)s""",
        {**params, "many": many},
        by_hash=True,
    )
    return [ChangedCase(*row) for row in rows]


def _told(count: Count, measure: Measure) -> tuple[str, dict[str, Any]]:
    first, last = count.report.first_on, count.report.last_on
    columns = 'case_id, child_id, worker_id, "on", in_numerator, value'
    params: dict[str, Any] = {"count": count.pk, "measure": measure.key, "first": first, "last": last}
    parts: list[str] = []
    for name, moment in (("now_counted", None), ("then_counted", count.known_at)):
        cases, needed = cases_sql(measure, first, last, moment)
        parts.append(
            f'{name} AS (SELECT {columns} FROM ({cases}) cases WHERE "on" BETWEEN %(first)s AND %(last)s)'
        )
        params |= needed
    kept = columns.replace("child_id", "NULL::bigint AS child_id") if measure.about == "worker" else columns
    parts.append(
        f'kept AS (SELECT {kept} FROM "{table_of(measure)}"'
        f" WHERE count_id = %(count)s AND measure = %(measure)s AND span = '{PERIOD}')"
    )
    return f"{', '.join(parts)}, {TOLD}", params
