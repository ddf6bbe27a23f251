"""Who may open the pages of oversight."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from kittiwake.primitives.oversight import recording
from kittiwake.primitives.oversight.models import Turn
from kittiwake.record import recording as record
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    """A question about what the actions hang from."""
    made["review"] = recording.ask(made["entry"], team=made.team, by=made.people["worker"], at=made.at)
    words = made.word("risk.presenting_risk")
    recording.decide(made["review"], kind=Turn.QUESTION, words=words, by=made.people["manager"], at=made.at)


def _more_waiting(made: Made, more: int) -> None:
    for number in range(more):
        by, at = made.somebody(number), made.at
        entry = record.enter(made.child, kind="missing.episode", summary="x", happened_at=at, by=by, at=at)
        recording.ask(entry, team=made.team, by=by, at=at)


def _asked_again(made: Made, more: int) -> None:
    """Question and answer, by turns: each question a manager's, each answer somebody else's."""
    others = [person for person in made.people.values() if person != made.people["manager"]]
    for number in range(more):
        by, at = others[number % len(others)], made.at
        recording.answer(made["review"], words="x", by=by, at=at)
        recording.decide(made["review"], kind=Turn.QUESTION, words="x", by=made.people["manager"], at=at)


PAGES = [
    lists("oversight:waiting", Power.SEE_CHRONOLOGY, grows=_more_waiting, at_most=12),
    reads("oversight:review", Power.SEE_CHRONOLOGY, pk="review", grows=_asked_again, at_most=18),
    writes("oversight:decide", Power.OVERSEE, pk="review"),
    writes("oversight:answer", Power.RECORD_MEETINGS, pk="review"),
]
