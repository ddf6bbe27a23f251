"""What is counted of answering to members: questions answered, and promises kept, by their day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kittiwake.areas.powers import Power
from kittiwake.assurance.performance.models import ActionDone, PlannedAction, Report, Turn
from kittiwake.assurance.performance.settings import ANSWER
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases, london

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Director of children’s services", date(2027, 11, 1)
LOCAL = "Local"


def answered_in_time(tables: Tables) -> ibis.Table:
    """What was asked and fell due; a question that was closed before its day is none."""
    turn = tables(Turn)
    turn = turn.filter(turn.dropped_at.isnull() | (turn.dropped_at > turn.due_at))
    in_time = turn.answered_at <= turn.due_at
    return cases(
        turn, case_id=turn.id, on=london(turn.due_at), in_numerator=in_time, worker_id=turn.worker_id
    )


def done_in_time(tables: Tables) -> ibis.Table:
    """What published reports promise; of a report that was withdrawn, what had fallen due by then."""
    report = tables(Report)
    published = report.filter(report.published_at.notnull())
    published = published.select(published_id="id", withdrawn_at="withdrawn_at")
    action, done = tables(PlannedAction), tables(ActionDone).select("done_on", of="action_id")
    action = action.filter(action.taken_out_at.isnull())
    rows = action.inner_join(published, action.report_id == published.published_id)
    rows = rows.filter(rows.withdrawn_at.isnull() | (london(rows.withdrawn_at) > rows.due_on))
    rows = rows.left_join(done, rows.id == done.of)
    rows = rows.mutate(in_time=rows.done_on <= rows.due_on)
    return cases(rows, case_id=rows.id, on=rows.due_on, in_numerator=rows.in_time, worker_id=rows.worker_id)


def _measure(key: str, title: str, of: Any, **words: Any) -> Measure:
    facts = {"direction": "up", "source": LOCAL, "author": AUTHOR, "review_on": REVIEW_ON, "about": "worker"}
    return Measure(key=key, title=title, cases=of, asks=Power.ANSWER_MEMBERS, **{**facts, **words})


MEASURES = [
    _measure(
        "P84",
        "Members’ questions answered in time",
        answered_in_time,
        why="Members answer for the service to everybody: they cannot, where they are not answered themselves.",
        numerator="Those answered by their day",
        denominator="Questions that members asked, the first time or again, and that fell due in the period",
        reads=(ANSWER.key,),
    ),
    _measure(
        "P84b",
        "Promises to members kept in time",
        done_in_time,
        why="A report that changes nothing is paper.",
        numerator="Those done by their day",
        denominator="Actions that published reports promised, and that fell due in the period",
    ),
]
