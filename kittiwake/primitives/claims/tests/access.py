"""Who may open the pages of what was learned."""

from __future__ import annotations

from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.primitives.claims import recording
from kittiwake.primitives.claims.models import Claim
from kittiwake.record import recording as record
from tests.matrix.pages import Made, reads, writes

KIND = "return_interviews.interview"


def make(made: Made) -> None:
    """The same vehicle in two accounts of every child: each echoes all the others."""
    made["claim"], made["other_claim"] = _claim(made), _claim(made)


def _claim(made: Made) -> Claim:
    word, by, at = made.word(KIND), made.by, made.at
    entry = record.enter(made.child, kind=KIND, summary=word, happened_at=at, by=by, at=at)
    said = {"wording": word, "number": "AB12 CDE", "link": "driven_in"}
    return recording.make(entry, made.child, kind="vehicle", **said, by=by, at=at)


def _corrected(person: User, made: Made) -> str:
    """What was struck out is no account of anything, and echoes nothing."""
    return "hidden" if made["claim"].entry.struck_out_at else ""


def _said_again(made: Made, more: int) -> None:
    for _ in range(more):
        _claim(made)


PAGES = [
    reads("claims:claim", Power.SEE, pk="claim", grows=_said_again, at_most=13),
    writes("claims:make", Power.RECORD, entry_pk="entry"),
    writes("claims:decide", Power.RECORD, pk="claim"),
    writes("claims:confirm", Power.RECORD, pk="claim"),
    writes("claims:echo", Power.RECORD, pk="claim", other_pk="other_claim", unless=_corrected),
]
