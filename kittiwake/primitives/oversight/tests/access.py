"""Who may open the pages of oversight."""

from __future__ import annotations

from kittiwake.primitives.oversight import recording
from kittiwake.primitives.oversight.models import Turn
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    """A question about what the actions hang from."""
    made["review"] = recording.ask(made["entry"], team=made.team, by=made.people["worker"], at=made.at)
    words = made.word("risk.presenting_risk")
    recording.decide(made["review"], kind=Turn.QUESTION, words=words, by=made.people["manager"], at=made.at)


PAGES = [
    lists("oversight:waiting", "chronology.see"),
    reads("oversight:review", "chronology.see", pk="review"),
    writes("oversight:decide", "oversight.decide", pk="review"),
    writes("oversight:answer", "actions.record", pk="review"),
]
