"""What is counted of direct work and visits. P numbers are those of the council's own list of measures.

A visit counts on the day it was due, or was made, whichever came first; a session on the day it was held. Struck-out
ones never count, nor a visit at which the child was not seen.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kittiwake.practice.direct_work import rules
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases, london, still_owed
from kittiwake.record.models import Entry, Words

if TYPE_CHECKING:
    import ibis

SOON = 28  # days from a concern to the first direct work: local
AUTHOR, REVIEW_ON = "Principal social worker", date(2027, 11, 1)


def due_or_done(tables: Tables, keys: list[str]) -> ibis.Table:
    """Clocks of these standards that did not fall away before they were due, with child_id, done_on, and counts_on, the day each counts on."""
    import ibis

    clock, entry = tables.since(Clock, "due_at", keys=keys), tables(Entry)  # done by then, or due on that day
    entry = entry.filter(entry.struck_out_at.isnull()).select("child_id", clocked_id="id")
    visits = clock.filter(still_owed(clock.cancelled_at, clock.due_at))
    visits = visits.inner_join(entry, visits.entry_id == entry.clocked_id)
    done_on, due_on = london(visits.stopped_at), london(visits.due_at)
    counts_on = ibis.ifelse(done_on.notnull() & (done_on < due_on), done_on, due_on)
    return visits.mutate(counts_on=counts_on)


def on_time(tables: Tables, keys: list[str]) -> ibis.Table:
    visits = due_or_done(tables, keys)
    in_numerator = visits.stopped_at <= visits.due_at
    return cases(visits, case_id=visits.entry_id, on=visits.counts_on, in_numerator=in_numerator)


def care_visits(tables: Tables) -> ibis.Table:
    return on_time(tables, rules.STOPS[rules.IN_CARE])


def protection_visits(tables: Tables) -> ibis.Table:
    return on_time(tables, rules.STOPS[rules.PROTECTION])


def _held(tables: Tables, kinds: list[str]) -> ibis.Table:
    session, entry = tables(Session), tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull()).select(standing_id="id")
    sessions = session.filter(session.held_at.notnull() & session.kind.isin(kinds))
    sessions = sessions.inner_join(entry, sessions.entry_id == entry.standing_id)
    return sessions.mutate(held_on=london(sessions.held_at))


def seen_alone(tables: Tables) -> ibis.Table:
    sessions = _held(tables, [rules.PROTECTION])
    sessions = sessions.filter(sessions.seen)
    return cases(sessions, case_id=sessions.entry_id, on=sessions.held_on, in_numerator=sessions.alone)


def with_words(tables: Tables) -> ibis.Table:
    sessions, words = _held(tables, [kind for kind, _ in rules.KINDS]), tables(Words)
    said = words.select(said_id="entry_id").distinct()
    sessions = sessions.filter(sessions.seen)
    sessions = sessions.left_join(said, sessions.entry_id == said.said_id)
    in_numerator = sessions.said_id.notnull()
    return cases(sessions, case_id=sessions.entry_id, on=sessions.held_on, in_numerator=in_numerator)


def _first_work(tables: Tables) -> ibis.Table:
    """Risks that were opened and stand, with first_on, the first direct work with the child from that day on."""
    risk, entry = tables(PresentingRisk), tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull()).select(opened_id="id")
    risk = risk.inner_join(entry, risk.entry_id == entry.opened_id).select("entry_id", "child_id", "since_on")
    work = _held(tables, [rules.DIRECT_WORK])
    work = work.filter(work.seen).select(whom="child_id", worked_on="held_on")
    rows = risk.left_join(work, [risk.child_id == work.whom, work.worked_on >= risk.since_on])
    return rows.group_by("entry_id", "child_id", "since_on").agg(first_on=rows.worked_on.min())


def days_to_first_work(tables: Tables) -> ibis.Table:
    """On the day of that work: until then nobody knows how long it takes."""
    rows = _first_work(tables)
    rows = rows.filter(rows.first_on.notnull())
    days = rows.first_on.delta(rows.since_on, unit="day")
    return cases(rows, case_id=rows.entry_id, on=rows.first_on, value=days)


def worked_with_soon(tables: Tables) -> ibis.Table:
    """Each on the day its days were over: until then it may still be."""
    import ibis

    rows, soon = _first_work(tables), ibis.interval(days=SOON)
    rows = rows.mutate(over_on=(rows.since_on + soon).cast("timestamp").cast("date"))
    rows = rows.filter(rows.over_on <= tables.as_of)
    in_numerator = rows.first_on <= rows.over_on
    return cases(rows, case_id=rows.entry_id, on=rows.over_on, in_numerator=in_numerator)


def _measure(key: str, title: str, cases_: Any, **words: Any) -> Measure:
    facts = {"direction": "up", "author": AUTHOR, "review_on": REVIEW_ON, **words}
    return Measure(key=key, title=title, cases=cases_, **facts)


MEASURES = [
    _measure(
        "P34",
        "Child protection visits in time",
        protection_visits,
        why="A child who is not seen cannot tell anybody.",
        numerator="Those at which the child was seen by the day it was due",
        denominator="Visits due, or made before they were due, in the period",
        source=rules.PROTECTION_VISIT.source,
        reads=(rules.PROTECTION_VISIT.key,),
    ),
    _measure(
        "P34b",
        "Child protection visits: seen alone",
        seen_alone,
        why="Some things a child says only when nobody else is there.",
        numerator="Those at which they were seen alone",
        denominator="Child protection visits in the period at which the child was seen",
        source="Ofsted’s child-level lists, read November 2026",
    ),
    _measure(
        "P48",
        "Visits to children in care in time",
        care_visits,
        why="Somebody from outside sees for themselves how they are looked after.",
        numerator="Those at which the child was seen by the day it was due",
        denominator="Visits due, or made before they were due, in the period",
        source=f"{rules.REGULATION_28}, read November 2026",
        reads=tuple(rules.STOPS[rules.IN_CARE]),
    ),
    _measure(
        "P62",
        "Sessions with the child’s own words",
        with_words,
        why="The child’s words are theirs; without them the record is ours alone.",
        numerator="Those with at least one quote",
        denominator="Sessions and visits in the period at which the child was seen",
        source="Published inspection reports, read November 2026",
    ),
    _measure(
        "P83",
        "Days from a concern to the first direct work",
        days_to_first_work,
        direction="down",
        how="median",
        unit="days",
        why="Somebody is worried about them, and they wait for somebody who asks them.",
        numerator="The middle of the days from when a risk stood to the first direct work with the child",
        denominator="Risks whose first direct work was in the period",
        source="Local; published inspection reports, read November 2026",
    ),
    _measure(
        "P83b",
        "Direct work soon after a concern",
        worked_with_soon,
        why="A middle value says nothing of the children with whom nobody has worked at all.",
        numerator=f"Those whose child somebody worked with directly within {SOON} days",
        denominator=f"Risks opened {SOON} days ago, in the period",
        source=f"Local: {SOON} days",
    ),
]
