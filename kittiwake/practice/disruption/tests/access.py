"""Who may open the pages of disruption: those inside who may see the child, and nobody outside."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from kittiwake.practice.disruption import recording
from kittiwake.practice.disruption.models import TacticStep
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    """What is said of the target is of no child, and stands on the page of each child it concerns."""
    made["concern"] = _tactic(made, made.word("disruption.tactic"))


def _tactic(made: Made, word: str) -> recording.Concern:
    facts = {"power": "closure_order", "target": "place", "on_what": word, "why": word, "who": word}
    return recording.request(made.child, **facts, on=local_date(made.at), by=made.by, at=made.at)


def _more_tactics(made: Made, more: int) -> None:
    for _ in range(more):
        concern = _tactic(made, "x")
        recording.take_step(
            concern, kind="considered", on=local_date(made.at), who="x", by=made.by, at=made.at
        )


def _more_steps(made: Made, more: int) -> None:
    """Each written by somebody else."""
    concern, day = made["concern"], local_date(made.at)
    taken = TacticStep.objects.filter(tactic_id=concern.tactic_id).count()
    kinds = ["requested", "considered", "applied", "granted", *["breached"] * (taken + more)]
    for number, kind in enumerate(kinds[taken : taken + more]):
        recording.take_step(concern, kind=kind, on=day, who="x", by=made.somebody(number), at=made.at)


PAGES = [
    reads("disruption:tactic", Power.SEE, pk="concern", grows=_more_steps, at_most=16),
    reads("disruption:tactics", Power.SEE, child_pk="child", grows=_more_tactics, at_most=10),
    lists("disruption:powers", Power.SEE),
    writes("disruption:request_tactic", Power.RECORD, child_pk="child"),
    writes("disruption:record_step", Power.RECORD, pk="concern"),
    writes("disruption:rate_effect", Power.RECORD, pk="concern"),
    writes("disruption:link_child", Power.RECORD, pk="concern"),
    writes("disruption:strike_out", Power.RECORD, pk="concern"),
]
