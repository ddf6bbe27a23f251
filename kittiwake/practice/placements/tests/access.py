"""Who may open the pages of placements."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.areas.powers import Power
from kittiwake.practice.placements import recording
from kittiwake.practice.placements.nearer_reviews import recording as nearer
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    word, by, at = made.word("placements.move"), made.by, made.at
    made["move"] = recording.place(
        made.child, starts_on=local_date(at) - timedelta(days=400), host_code="002", carer=word, why_here=word,
        child_words=word, by=by, at=at,
    )  # fmt: skip
    why = made.word("placements.nearer")
    held_on = local_date(at) - timedelta(days=2)
    made["nearer"] = nearer.review_nearer(
        made["move"], held_on=held_on, decision="looking", why=why, child_words=why, by=by, at=at
    )


def _moved_again(made: Made, more: int) -> None:
    before = made.child.moves.count()
    for number in range(before, before + more):
        on = local_date(made.at) - timedelta(days=400 - number)
        facts = {"host_code": "001", "carer": "x", "by": made.somebody(number), "at": made.at}
        recording.place(made.child, starts_on=on, **facts)


PAGES = [
    lists("placements:away", Power.SEE),
    reads("placements:placements", Power.SEE, child_pk="child", grows=_moved_again, at_most=13),
    reads("placements:move", Power.SEE, pk="move", grows=_moved_again, at_most=16),
    reads("placements:nearer", Power.SEE, pk="nearer"),
    writes("placements:place", Power.RECORD, child_pk="child"),
    writes("placements:approve", Power.APPROVE, pk="move"),
    writes("placements:consult", Power.RECORD, pk="move"),
    writes("placements:notify", Power.RECORD, pk="move"),
    writes("placements:no_notice", Power.RECORD, pk="move"),
    writes("placements:fewer_visits", Power.RECORD, pk="move"),
    writes("placements:first_review", Power.RECORD, pk="move"),
    writes("placements:review_nearer", Power.RECORD, pk="move"),
    writes("placements:strike_out", Power.RECORD, pk="move"),
]
