"""What is counted of caseloads, as caseloads/queries.py counts them: named workers' children on the last day, those who
only cover apart. Whoever asks counts the children they may see: a restricted child is in the figure of those who see them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kittiwake.assurance.workforce.caseloads.rules import START
from kittiwake.assurance.workforce.measure_defaults import CENSUS, LOCAL, measure, national
from kittiwake.assurance.workforce.models import CaseloadRule, Engagement, NewlyQualified
from kittiwake.assurance.workforce.supported_year.rules import SOURCE
from kittiwake.primitives.measures.tables import Tables, cases
from kittiwake.record.models import Allocation, Child, Track

if TYPE_CHECKING:
    import ibis


def in_force(tables: Tables, rows: ibis.Table) -> ibis.Table:
    """Those in force on the last day."""
    return in_force_on(tables.as_of, rows)


def in_force_on(day: Any, rows: ibis.Table) -> ibis.Table:
    until = rows.ends_on.isnull() | (rows.ends_on > day)
    return rows.filter((rows.starts_on <= day) & until)


def _with_what_is_agreed(tables: Tables, rows: ibis.Table) -> ibis.Table:
    """The rows with usual, share and weights of the newest agreement by the last day; empty where there is none."""
    import ibis

    rule = tables(CaseloadRule)
    rule = rule.filter(rule.starts_on <= tables.as_of).order_by(rule.starts_on.desc()).limit(1)
    usual, share = rule.usual.cast("float64"), rule.protected_share.cast("float64")
    rule = rule.select(usual=usual, share=share, weights=rule.weights.cast("string").cast("json"))
    return rows.left_join(rule, [ibis.literal(True)])


def _weights(tables: Tables) -> ibis.Table:
    """(of, weight): children with a track, by what weighs most of theirs."""
    import ibis

    track = in_force(tables, tables(Track)).select("kind", of="child_id")
    track = _with_what_is_agreed(tables, track)
    weight = track.weights[track.kind].cast("string").cast("float64")
    track = track.mutate(weight=ibis.coalesce(weight, 1.0))
    return track.group_by("of").agg(weight=track.weight.max())


def held(tables: Tables) -> ibis.Table:
    """(held_by, children, weighted): workers who hold at least one."""
    import ibis

    lead, child = in_force(tables, tables(Allocation)), tables(Child)
    lead = lead.filter((lead.role == Allocation.LEAD) & lead.worker_id.notnull() & ~lead.is_cover)
    lead = lead.select("worker_id", "child_id").distinct()
    child = child.filter(child.withdrawn_at.isnull()).select(on_record="id")
    lead_of_child, weights = lead.inner_join(child, lead.child_id == child.on_record), _weights(tables)
    lead_of_child = lead_of_child.left_join(weights, lead_of_child.child_id == weights.of)
    lead_of_child = lead_of_child.mutate(weight=ibis.coalesce(lead_of_child.weight, 1.0))
    by_worker = lead_of_child.group_by(held_by="worker_id")
    return by_worker.agg(children=lead_of_child.count(), weighted=lead_of_child.weight.sum())


def engaged(tables: Tables) -> ibis.Table:
    """Who works here on the last day, with full: how many children by weight they may have; is_new; fte as a float."""
    import ibis

    new = in_force(tables, tables(NewlyQualified)).select(is_new_id="worker_id")
    engagement = in_force(tables, tables(Engagement))
    engagement = _with_what_is_agreed(
        tables, engagement.left_join(new, engagement.worker_id == new.is_new_id)
    )
    usual = ibis.coalesce(engagement.usual, float(START.usual))
    share = ibis.coalesce(engagement.share, float(START.protected_share))
    is_new = engagement.is_new_id.notnull()
    engagement = engagement.mutate(is_new=is_new, whole_time=engagement.fte.cast("float64"))
    return engagement.mutate(full=usual * engagement.whole_time * ibis.ifelse(is_new, share, 1.0))


def case_holders(tables: Tables) -> ibis.Table:
    """Who works here and holds a child, agency workers too."""
    engagement, with_them = engaged(tables), held(tables)
    return engagement.inner_join(with_them, engagement.worker_id == with_them.held_by)


# A sum of weights and what it is held against are floats: what is equal to a millionth is not over.
HAIR = 1e-6


def protected(tables: Tables) -> ibis.Table:
    import ibis

    engagement, with_them = engaged(tables), held(tables)
    engagement = engagement.filter(engagement.is_new)
    engagement = engagement.left_join(with_them, engagement.worker_id == with_them.held_by)
    engagement = engagement.mutate(within=ibis.coalesce(engagement.weighted, 0.0) <= engagement.full + HAIR)
    return cases(
        engagement,
        case_id=engagement.id,
        on=tables.as_of,
        in_numerator=engagement.within,
        worker_id=engagement.worker_id,
    )


def over(tables: Tables) -> ibis.Table:
    holder = case_holders(tables)
    holder = holder.mutate(too_many=holder.weighted > holder.full + HAIR)
    return cases(
        holder, case_id=holder.id, on=tables.as_of, in_numerator=holder.too_many, worker_id=holder.worker_id
    )


def per_fte(tables: Tables) -> ibis.Table:
    holder, on = case_holders(tables), tables.as_of
    of = {"case_id": holder.id, "on": on, "worker_id": holder.worker_id}
    children = cases(holder, **of, in_numerator=True, value=holder.children)
    return children.union(cases(holder, **of, in_numerator=False, value=holder.whole_time))


def fullest(tables: Tables) -> ibis.Table:
    holder = case_holders(tables)
    holder = holder.filter(holder.whole_time > 0)
    value = holder.weighted / holder.whole_time
    return cases(holder, case_id=holder.id, on=tables.as_of, value=value, worker_id=holder.worker_id)


SEEN = "The children you may see; those somebody only covers are not counted"
MEASURES = [
    measure(
        "P67b",
        "Newly qualified workers with a protected caseload",
        protected,
        why="Somebody who is learning needs time for each child; the child needs somebody who has it.",
        numerator="Those whose children, by weight, are within the share of the usual caseload that was agreed for them",
        denominator="Newly qualified workers who work here on the last day",
        source=f"{SOURCE}; the share as agreed on the page of caseloads, 90% until then",
    ),
    measure(
        "P75",
        "Children to each whole-time worker",
        per_fte,
        "down",
        how="ratio",
        why="A worker with too many children knows none of them.",
        numerator=f"Children held, a row a worker. {SEEN}",
        denominator="The hours, as whole-time equivalent (FTE), of those who hold them, agency workers too, on the last day",
        source=CENSUS,
        benchmark=national("16.0"),
    ),
    measure(
        "P75b",
        "Workers with more children than was agreed",
        over,
        "down",
        why="A limit that is passed without anybody saying so is none.",
        numerator="Those with more, by weight, than the usual for their hours, or their protected share of it",
        denominator="Those who hold a child on the last day, agency workers too",
        source=f"{LOCAL}: the page of caseloads; 16 until it is agreed",
    ),
    measure(
        "P75c",
        "The fullest caseload",
        fullest,
        "down",
        how="maximum",
        why="The middle says nothing to the child whose worker has most.",
        numerator="The most children by weight that anybody has for a whole-time week",
        denominator="",
        source=LOCAL,
    ),
]
