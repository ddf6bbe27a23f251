"""Who may open the pages of direct work."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.areas.powers import Power
from kittiwake.practice.direct_work.goals import recording as goals
from kittiwake.practice.direct_work.sessions import recording as sessions
from kittiwake.record import recording as record
from kittiwake.time.moments import Moment, local_date
from tests.matrix.pages import Made, reads, writes


def make(made: Made) -> None:
    word, by, at = made.word("direct_work.session"), made.by, made.at
    made["session"] = sessions.hold(
        made.child,
        held=Moment(at - timedelta(days=3)),
        worker_name=word,
        seen=True,
        tried=word,
        own_words=word,
        by=by,
        at=at,
    )
    made["planned_session"] = sessions.plan_session(
        made.child, planned_at=at + timedelta(days=3), worker_name=word, purpose=word, by=by, at=at
    )
    wants = made.word("direct_work.goal")
    on = local_date(at) - timedelta(days=400)
    made["goal"] = goals.set_goal(made.child, wants=wants, worst=wants, set_on=on, by=by, at=at)


def _held_again(made: Made, more: int) -> None:
    for number in range(more):
        held = Moment(made.at - timedelta(days=10 + number))
        facts = {
            "worker_name": "x",
            "seen": True,
            "own_words": "x",
            "by": made.somebody(number),
            "at": made.at,
        }
        sessions.hold(made.child, held=held, **facts)


def _said_more(made: Made, more: int) -> None:
    for _ in range(more):
        record.keep_words(made["session"].entry, text="x", said_at=made.at)


def _scaled_again(made: Made, more: int) -> None:
    before = made["goal"].scalings.count()
    for number in range(before, before + more):
        on = local_date(made.at) - timedelta(days=number + 1)
        goals.scale(made["goal"], score=5, on=on, by=made.somebody(number), at=made.at)


PAGES = [
    reads("direct_work:sessions", Power.SEE, child_pk="child", grows=_held_again, at_most=20),
    reads("direct_work:quotes", Power.SEE, child_pk="child", grows=_said_more, at_most=14),
    reads("direct_work:session", Power.SEE, pk="session", grows=_said_more, at_most=16),
    reads("direct_work:goal", Power.SEE, pk="goal", grows=_scaled_again, at_most=14),
    writes("direct_work:plan_session", Power.RECORD, child_pk="child"),
    writes("direct_work:hold", Power.RECORD, child_pk="child"),
    writes("direct_work:set_goal", Power.RECORD, child_pk="child"),
    writes("direct_work:record_held", Power.RECORD, pk="planned_session"),
    writes("direct_work:record_missed", Power.RECORD, pk="planned_session"),
    writes("direct_work:keep_words", Power.RECORD, pk="session"),
    writes("direct_work:strike_out", Power.RECORD, pk="session"),
    writes("direct_work:scale", Power.RECORD, pk="goal"),
    writes("direct_work:end_goal", Power.RECORD, pk="goal"),
]
