"""The statements by which cases are kept and figures made of what was kept: a figure is its cases, and nothing else."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from kittiwake.assurance.performance.models import ChildCase, Count, WorkerCase
from kittiwake.assurance.performance.models.counts import MONTHS, PERIOD
from kittiwake.assurance.performance.rules import months_from
from kittiwake.insight.counting import AGGREGATES, GROUPS, cases_sql, run
from kittiwake.insight.rules import Figure
from kittiwake.primitives.measures.definition import Measure

SPAN_OF = {"none": PERIOD, "team": PERIOD, "month": MONTHS}
SHARED = """count_id, measure, span, case_id, "on", in_numerator, value, team_id, worker_id"""
KEPT = f"""SELECT %(count)s, %(measure)s, %(span)s, {SHARED.partition("span, ")[2]}"""


def table_of(measure: Measure) -> str:
    model = WorkerCase if measure.about == "worker" else ChildCase
    return model._meta.db_table


def spans(count: Count) -> list[tuple[str, date, date]]:
    report = count.report
    return [(PERIOD, report.first_on, report.last_on), (MONTHS, months_from(report.last_on), report.last_on)]


def keeping(
    count: Count, measure: Measure, span: str, first: date, last: date, known_at: datetime
) -> tuple[str, dict[str, Any]]:
    """Where the cases of one span are kept, and which they are, as they were known then."""
    cases, params = cases_sql(measure, first, last, known_at)
    of_children = measure.about != "worker"
    columns = f"{SHARED}, child_id, is_of_entry" if of_children else SHARED
    kept = f"{KEPT}, child_id, %(is_of_entry)s" if of_children else KEPT
    params |= {"count": count.pk, "measure": measure.key, "span": span, "first": first, "last": last}
    params |= {"is_of_entry": measure.about == "entry"}
    within = 'WHERE "on" BETWEEN %(first)s AND %(last)s'
    return f'"{table_of(measure)}" ({columns}) {kept} FROM ({cases}) cases {within}', params


def figures(count: Count, measure: Measure) -> dict[str, list[Figure]]:
    """By the grouping, of the cases that were kept."""
    counts = ", ".join(AGGREGATES[measure.how])
    parts = [
        f"SELECT '{group}', {name or 'NULL::text'}, {counts} FROM \"{table_of(measure)}\""
        f" WHERE count_id = %(count)s AND measure = %(measure)s AND span = '{SPAN_OF[group]}'"
        f"{' GROUP BY 2' if name else ''}"
        for group, name in GROUPS.items()
        if group in SPAN_OF
    ]
    rows = run(" UNION ALL ".join(parts), {"count": count.pk, "measure": measure.key}, by_hash=False)
    figures_by_group: dict[str, list[Figure]] = {group: [] for group in SPAN_OF}
    for group, *figure in rows:
        figures_by_group[group].append(Figure(*figure))
    return {
        group: sorted(every, key=lambda figure: (figure.group is None, figure.group or ""))
        for group, every in figures_by_group.items()
    }
