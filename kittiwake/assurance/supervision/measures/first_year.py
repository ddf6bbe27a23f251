"""Newly qualified workers who have both: supervision as often as the employer standards ask, and fewer children.

Who is newly qualified, since when and with how many children is the workforce's; how often is rules.rhythm's.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kittiwake.areas.powers import Power
from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.models import Supervision
from kittiwake.assurance.workforce.caseloads.measures import in_force, protected
from kittiwake.assurance.workforce.models import NewlyQualified
from kittiwake.primitives.clocks.limits import given
from kittiwake.primitives.clocks.rules import Standard
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases, london

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Principal social worker", date(2027, 11, 1)


def _last_held(tables: Tables) -> ibis.Table:
    """(held, last_on): the last supervision by agreement of each worker, by the last day."""
    rows = tables(Supervision)
    rows = rows.filter(rows.struck_out_at.isnull() & (rows.kind == rules.FORMAL))
    rows = rows.mutate(held_on=london(rows.held_at))
    rows = rows.filter(rows.held_on <= tables.as_of)
    return rows.group_by(held="worker_id").agg(last_on=rows.held_on.max())


def _on_rhythm(tables: Tables) -> ibis.Table:
    """(new, in_time): newly qualified workers; in_time when the next supervision is not overdue on the last day."""
    import ibis

    year, last = in_force(tables, tables(NewlyQualified)), _last_held(tables)
    rows = year.left_join(last, year.worker_id == last.held)
    rows = rows.mutate(since=ibis.greatest(ibis.coalesce(rows.last_on, rows.starts_on), rows.starts_on))
    at_first = rows.since < _later(rows.starts_on, ibis.interval(days=rules.WEEKLY_FOR.days))
    to_half = rows.since < _later(rows.starts_on, ibis.interval(months=rules.FORTNIGHTLY_UNTIL))
    weekly, fortnightly, monthly = (
        _later(rows.since, _limit(tables, standard, unit))
        for standard, unit in ((rules.WEEKLY, "D"), (rules.FORTNIGHTLY, "D"), (rules.MONTHLY, "M"))
    )
    due = ibis.ifelse(at_first, weekly, ibis.ifelse(to_half, fortnightly, monthly))
    return rows.mutate(in_time=due >= tables.as_of).select("in_time", new="worker_id")


def _later(on: Any, by: Any) -> Any:
    return on.add(by).cast("date")


def _limit(tables: Tables, standard: Standard, unit: str) -> Any:
    return tables.number(given.count, standard.key).cast("int32").as_interval(unit)


def looked_after(tables: Tables) -> ibis.Table:
    fewer, rhythm = protected(tables), _on_rhythm(tables)
    rows = fewer.inner_join(rhythm, fewer.worker_id == rhythm.new)
    rows = rows.mutate(both=rows.in_numerator & rows.in_time)
    return cases(rows, case_id=rows.case_id, on=rows.on, in_numerator=rows.both, worker_id=rows.worker_id)


MEASURES = [
    Measure(
        key="P67",
        title="Newly qualified workers with the time and the supervision they need",
        why="Somebody who is learning needs somebody to think with, and few enough children to think about.",
        numerator="Those whose supervision is not overdue (weekly for six weeks, fortnightly to six months, then "
        "monthly) and whose children are within the share of the usual caseload agreed for them",
        denominator="Newly qualified workers who work here on the last day",
        direction="up",
        source=f"{rules.LGA}; a caseload of about 90% is the programme’s norm",
        author=AUTHOR,
        review_on=REVIEW_ON,
        cases=looked_after,
        about="worker",
        asks=Power.RECORD_WORKFORCE,
    )
]
