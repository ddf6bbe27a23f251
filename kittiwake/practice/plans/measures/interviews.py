"""What is counted of plans: whether what a child said changed anything."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kittiwake.practice.plans import rules
from kittiwake.practice.return_interviews.broken_links import CHANGED_THE_PLAN
from kittiwake.practice.return_interviews.measures.counted import held, versions
from kittiwake.practice.risk.models import RiskMovement
from kittiwake.primitives.clocks.limits import given
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases, london, working_days_between
from kittiwake.record.models import Entry, InformedBy

if TYPE_CHECKING:
    import ibis

PLANS = [rules.entry_kind(kind) for kind, _ in rules.KINDS]


def changed_in_time(tables: Tables) -> ibis.Table:
    """Interviews that showed a risk; in the numerator when a plan or a judgement of risk changed by them in time.

    A risk is shown when a referral was made, harm was written down, or a risk was opened or moved because of it.
    """
    every = versions(tables).select("entry_id", "first_id")
    moved = _first_because_of(every, _movements(tables), "first_moved_at")
    planned = _first_because_of(every, _plans(tables), "first_planned_at")
    rows = held(tables)
    rows = rows.left_join(moved, rows.first_id == moved.moved_id)
    rows = rows.left_join(planned, rows.first_id == planned.planned_id)
    flagged = rows.safeguarding_referral | (rows.harm.strip() != "") | rows.first_moved_at.notnull()
    rows = rows.filter(flagged)
    return cases(rows, case_id=rows.entry_id, on=rows.held_on, in_numerator=_in_time(tables, rows))


def _first_because_of(every: ibis.Table, changes: ibis.Table, name: str) -> ibis.Table:
    """(moved_id or planned_id, name): each interview with the first change because of any of its versions."""
    joined = every.inner_join(changes, every.entry_id == changes.because_id)
    first = joined.group_by("first_id").agg(**{name: joined.changed_at.min()})
    key = name.removeprefix("first_").removesuffix("_at") + "_id"
    return first.select(name, **{key: "first_id"})


def _movements(tables: Tables) -> ibis.Table:
    movement = tables(RiskMovement)
    movement = movement.filter(movement.because_of_id.notnull())
    return movement.select(because_id="because_of_id", changed_at="at")


def _plans(tables: Tables) -> ibis.Table:
    link, entry = tables(InformedBy).select("entry_id", "because_of_id"), tables(Entry)
    entry = entry.filter(entry.kind.isin(PLANS) & entry.struck_out_at.isnull())
    entry = entry.select("id", "recorded_at")
    plans = link.inner_join(entry, link.entry_id == entry.id)
    return plans.select(because_id="because_of_id", changed_at="recorded_at")


def _in_time(tables: Tables, rows: ibis.Table) -> ibis.Value:
    import ibis

    changed_on = london(ibis.least(rows.first_moved_at, rows.first_planned_at))
    only_one = london(ibis.coalesce(rows.first_moved_at, rows.first_planned_at))
    both = rows.first_moved_at.notnull() & rows.first_planned_at.notnull()
    on = both.ifelse(changed_on, only_one)
    within = given.count_on(tables, CHANGED_THE_PLAN, rows.held_on)
    return working_days_between(rows.held_on, on, tables.days(given.days_off)) <= within


MEASURES = [
    Measure(
        key="P16",
        title="Plan or risk changed after the interview",
        why="What a child says is worth nothing if nothing changes.",
        numerator="Those after which a plan or the judgement of a risk changed within the council’s limit",
        denominator="Interviews held in the period that showed a risk",
        direction="up",
        source=CHANGED_THE_PLAN.source,
        reads=(CHANGED_THE_PLAN.key,),
        author="Return interviews lead",
        review_on=date(2027, 11, 1),
        cases=changed_in_time,
    ),
]
