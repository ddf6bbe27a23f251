"""What is counted of the children's parts: whether each child is thought about, and whether what was directed is done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.models import ChildPart
from kittiwake.assurance.supervision.parts.recording import CHILD_PART
from kittiwake.practice.risk.measures import levels
from kittiwake.practice.risk.rules import CALLS_FOR_A_MEETING
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.limits import given
from kittiwake.primitives.clocks.rules import Standard
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases, london, still_owed
from kittiwake.record.models import Allocation, Child, Entry, Track

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Principal social worker", date(2027, 11, 1)


def _parts(tables: Tables) -> ibis.Table:
    """Children's parts that stand, with said_on."""
    part, entry = tables(ChildPart), tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull()).select("happened_at", standing_id="id")
    rows = part.inner_join(entry, part.entry_id == entry.standing_id)
    return rows.mutate(said_on=london(rows.happened_at))


def _held(tables: Tables) -> ibis.Table:
    """Children who have a named lead worker on the last day: (id, whose, starts_on)."""
    lead, child = tables(Allocation), tables(Child)
    now = (lead.starts_on <= tables.as_of) & (lead.ends_on.isnull() | (lead.ends_on > tables.as_of))
    lead = lead.filter((lead.role == Allocation.LEAD) & lead.worker_id.notnull() & now)
    child = child.filter(child.withdrawn_at.isnull()).select(on_record="id")
    rows = lead.inner_join(child, lead.child_id == child.on_record)
    return rows.select("id", "starts_on", whose="child_id")


def _at_high_risk(tables: Tables) -> ibis.Table:
    rows = levels(tables)
    rows = rows.filter(rows.level.isin(sorted(CALLS_FOR_A_MEETING)))
    return rows.select(high="child_id").distinct()


def _protected(tables: Tables) -> ibis.Table:
    track = tables(Track)
    now = (track.starts_on <= tables.as_of) & (track.ends_on.isnull() | (track.ends_on > tables.as_of))
    return track.filter(track.kind.isin(rules.PROTECTED_TRACKS) & now).select(protected="child_id").distinct()


def in_date(tables: Tables) -> ibis.Table:
    """As discussing.discussed: since they were last talked about, or have had this worker where they never were."""
    import ibis

    rows, parts = _held(tables), _parts(tables)
    parts = parts.filter(parts.said_on <= tables.as_of)
    last = parts.group_by("child_id").agg(last_on=parts.said_on.max()).rename(discussed="child_id")
    high, protected = _at_high_risk(tables), _protected(tables)
    rows = rows.left_join(last, rows.whose == last.discussed)
    rows = rows.left_join(high, rows.whose == high.high)
    rows = rows.left_join(protected, rows.whose == protected.protected)
    rows = rows.mutate(since=ibis.coalesce(rows.last_on, rows.starts_on))
    in_numerator = ibis.ifelse(
        rows.high.notnull(),
        _in_time(rows.since, rules.HIGH_RISK, tables),
        ibis.ifelse(
            rows.protected.notnull(),
            _in_time(rows.since, rules.PROTECTED, tables),
            _in_time(rows.since, rules.EVERY_CHILD, tables),
        ),
    )
    return cases(rows, case_id=rows.id, on=tables.as_of, in_numerator=in_numerator, child_id=rows.whose)


def _in_time(since: ibis.Column, standard: Standard, tables: Tables) -> ibis.Column:
    return tables.days(given.in_time, standard.key).contains(since)


def silent(tables: Tables) -> ibis.Table:
    rows = _parts(tables)
    return cases(rows, case_id=rows.entry_id, on=rows.said_on, in_numerator=rows.progress.strip() == "")


def directions_done(tables: Tables) -> ibis.Table:
    import ibis

    action, entry = tables(Action), tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull() & (entry.kind == CHILD_PART))
    entry = entry.select("child_id", standing_id="id")
    rows = action.filter(still_owed(london(action.dropped_at), action.due_on))
    rows = rows.inner_join(entry, rows.entry_id == entry.standing_id)
    rows = rows.mutate(done_on=london(rows.done_at))
    in_numerator = rows.done_on.notnull() & (rows.done_on <= rows.due_on)
    return cases(
        rows,
        case_id=rows.entry_id,
        on=ibis.ifelse(in_numerator, rows.done_on, rows.due_on),
        in_numerator=in_numerator,
    )


def _measure(key: str, title: str, cases_: Any, direction: Any = "up", **words: Any) -> Measure:
    facts = {"author": AUTHOR, "review_on": REVIEW_ON, **words}
    return Measure(key=key, title=title, cases=cases_, direction=direction, **facts)


MEASURES = [
    _measure(
        "P64",
        "Children discussed in supervision in time",
        in_date,
        about="other",
        why="A child nobody thinks about with their worker drifts.",
        numerator="Those talked about within the interval of their track, or new to their worker within it",
        denominator="Children with a named lead worker on the last day",
        source=f"{rules.HIGH_RISK.source}; {rules.PROTECTED.source}; {rules.EVERY_CHILD.source}",
        reads=(rules.HIGH_RISK.key, rules.PROTECTED.key, rules.EVERY_CHILD.key),
    ),
    _measure(
        "P64b",
        "Notes of supervision that say nothing of progress",
        silent,
        "down",
        why="Retelling what happened changes nothing; asking whether it helped does.",
        numerator="Those that say nothing of progress",
        denominator="Children’s parts of supervisions held in the period",
        source="Published inspection reports, read November 2026",
    ),
    _measure(
        "P64c",
        "Directions from supervision done by their day",
        directions_done,
        why="A direction nobody follows changes nothing for the child.",
        numerator="Those done by their day",
        denominator="Directions due, or done before they were due, in the period, and not dropped by then",
        source="Local",
    ),
]
