"""Who may open the pages of actions."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.areas.powers import Power
from kittiwake.primitives.actions import recording
from kittiwake.record import recording as record
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, reads, writes


def make(made: Made) -> None:
    word, by, at = made.word("risk.presenting_risk"), made.by, made.at
    made["entry"] = record.enter(
        made.child, kind="risk.presenting_risk", summary=word, happened_at=at, by=by, at=at
    )
    due_on = local_date(at) + timedelta(days=2)
    made["action"] = recording.raise_action(
        made["entry"], what=word, due_on=due_on, team=made.team, by=by, at=at
    )


PAGES = [
    reads("actions:action", Power.SEE_CHRONOLOGY, pk="action"),
    writes("actions:raise_action", Power.RECORD_MEETINGS, entry_pk="entry"),
    writes("actions:complete", Power.RECORD_MEETINGS, pk="action"),
    writes("actions:drop", Power.RECORD_MEETINGS, pk="action"),
    writes("actions:give", Power.RECORD_MEETINGS, pk="action"),
]
