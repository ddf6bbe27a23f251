"""What is counted of supervision: whether it is held, written down, and changes anything for the child.

Nothing of the personal part is in it, nor could be. A supervision counts on the day it was due, or was held, whichever
came first; a child's part on the day it was said. Struck-out ones never count.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.models import Sample, Supervision, SupervisionAgreement
from kittiwake.assurance.supervision.quality.rules import GOOD
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import DAY, Tables, cases, london, seconds_between

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Principal social worker", date(2027, 11, 1)


def _of_workers(tables: Tables) -> ibis.Table:
    """Supervisions of one worker that stand, with held_on."""
    rows = tables(Supervision)
    rows = rows.filter(rows.struck_out_at.isnull() & rows.worker_id.notnull())
    return rows.mutate(held_on=london(rows.held_at))


def _formal(tables: Tables) -> ibis.Table:
    rows = _of_workers(tables)
    return rows.filter(rows.kind == rules.FORMAL)


def _dues(tables: Tables) -> ibis.Table:
    """Every day a supervision was due: (case_id, of, from_on, due_on). An agreement's first has its own number, below
    zero; it counts only where nothing was held before, for the one before says when the next is due."""
    formal, agreement = _formal(tables), tables(SupervisionAgreement)
    first = formal.group_by("worker_id").agg(first_on=formal.held_on.min()).rename(held="worker_id")
    started = agreement.left_join(first, agreement.worker_id == first.held)
    started = started.filter(started.first_on.isnull() | (started.first_on >= started.starts_on))
    begun = started.select(
        case_id=-started.id, of=started.worker_id, from_on=started.starts_on, due_on=started.first_due_on
    )
    after = formal.select(
        case_id=formal.id, of=formal.worker_id, from_on=formal.held_on, due_on=formal.next_due_on
    )
    return begun.union(after)


def on_time(tables: Tables) -> ibis.Table:
    """Supervisions due while they were agreed; in the numerator when held by then."""
    import ibis

    due, formal, agreement = _dues(tables), _formal(tables), tables(SupervisionAgreement)
    later = formal.select("held_on", whose="worker_id")
    next_ = due.left_join(
        later,
        [
            due.of == later.whose,
            (later.held_on > due.from_on) | ((due.case_id < 0) & (later.held_on >= due.from_on)),
        ],
    )
    rows = next_.group_by("case_id", "of", "due_on").agg(done_on=next_.held_on.min())
    in_time = rows.done_on.notnull() & (rows.done_on <= rows.due_on)
    rows = rows.mutate(on=ibis.ifelse(in_time, rows.done_on, rows.due_on), in_time=in_time)
    agreed = agreement.select("starts_on", "ends_on", agreed="worker_id")
    then = [
        rows.of == agreed.agreed,
        agreed.starts_on <= rows.on,
        agreed.ends_on.isnull() | (agreed.ends_on > rows.on),
    ]
    rows = rows.inner_join(agreed, then)
    return cases(rows, case_id=rows.case_id, on=rows.on, in_numerator=rows.in_time, worker_id=rows.of)


def written_after(tables: Tables) -> ibis.Table:
    rows = _of_workers(tables)
    days = seconds_between(rows.held_at, rows.recorded_at).cast("float64") / float(DAY)
    return cases(rows, case_id=rows.id, on=rows.held_on, value=days, worker_id=rows.worker_id)


def gaps(tables: Tables) -> ibis.Table:
    """Workers whose supervision is agreed on the last day; in the numerator when the last is six weeks ago or more."""
    import ibis

    agreement, formal = tables(SupervisionAgreement), _formal(tables)
    formal = formal.filter(formal.held_on <= tables.as_of)
    last = formal.group_by("worker_id").agg(last_on=formal.held_on.max()).rename(held="worker_id")
    now = (agreement.starts_on <= tables.as_of) & (
        agreement.ends_on.isnull() | (agreement.ends_on > tables.as_of)
    )
    rows = agreement.filter(now)
    rows = rows.left_join(last, rows.worker_id == last.held)
    rows = rows.mutate(since=ibis.coalesce(rows.last_on, rows.starts_on))
    in_numerator = rows.since <= tables.days_before(rules.GAP.days)
    return cases(rows, case_id=rows.id, on=tables.as_of, in_numerator=in_numerator, worker_id=rows.worker_id)


def _samples(tables: Tables) -> ibis.Table:
    sample, of = tables(Sample), _of_workers(tables).select("worker_id", read_id="id")
    return sample.inner_join(of, sample.supervision_id == of.read_id).mutate(on=london(sample.at))


def marks(tables: Tables) -> ibis.Table:
    rows = _samples(tables)
    return cases(rows, case_id=rows.id, on=rows.on, value=rows.overall, worker_id=rows.worker_id)


def good(tables: Tables) -> ibis.Table:
    rows = _samples(tables)
    in_numerator = rows.overall >= GOOD
    return cases(rows, case_id=rows.id, on=rows.on, in_numerator=in_numerator, worker_id=rows.worker_id)


def _measure(key: str, title: str, cases_: Any, direction: Any = "up", **words: Any) -> Measure:
    facts = {"author": AUTHOR, "review_on": REVIEW_ON, "about": "worker", **words}
    return Measure(key=key, title=title, cases=cases_, direction=direction, **facts)


MEASURES = [
    _measure(
        "P63",
        "Supervision on time",
        on_time,
        why="A worker who thinks with nobody carries it alone, and the child pays.",
        numerator="Those held by the day they were due",
        denominator="Supervisions due, or held before they were due, in the period, of workers whose supervision is agreed",
        source=rules.MONTHLY.source,
        reads=(rules.OTHERS.key,),
    ),
    _measure(
        "P63b",
        "Days until a supervision is written down",
        written_after,
        "down",
        how="median",
        unit="days",
        why="What was decided and not written down is not there when it is needed.",
        numerator="The middle number of days from meeting to writing",
        denominator="Supervisions held in the period",
        source="Local: within 5 days. Published inspection reports, read November 2026",
    ),
    _measure(
        "P65",
        "Quality of supervision: the middle mark",
        marks,
        how="median",
        unit="of 4",
        why="Held is not the same as good.",
        numerator="The middle of the marks",
        denominator="Supervisions read against the rubric in the period by somebody who was not there",
        source="Local rubric. The spread by team is on the page of the quality of supervision",
    ),
    _measure(
        "P65b",
        "Quality of supervision: good or better",
        good,
        why="A child should not depend on which team they have.",
        numerator="Those marked 3 or more of 4",
        denominator="Supervisions read against the rubric in the period by somebody who was not there",
        source="Local rubric",
    ),
    _measure(
        "P65c",
        "Quality of supervision: how far the marks lie apart",
        marks,
        "down",
        how="spread",
        unit="of 4",
        why="Where marks lie far apart, what a worker gets depends on who supervises them.",
        numerator="From the mark that a quarter of supervisions are below to that which a quarter are above",
        denominator="Supervisions read against the rubric in the period by somebody who was not there",
        source="Local rubric. By team it is the spread inside each",
    ),
    _measure(
        "P66",
        "No supervision for 6 weeks or more",
        gaps,
        "down",
        why="After six weeks, most of what has happened has been decided alone.",
        numerator="Those without supervision for 6 weeks or more",
        denominator="Workers whose supervision is agreed on the last day",
        source="Local: 6 weeks",
    ),
]
