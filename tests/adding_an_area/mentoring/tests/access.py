from __future__ import annotations

from datetime import timedelta

from kittiwake.practice.mentoring import recording

from kittiwake.areas.powers import Power
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, reads, writes


def make(made: Made) -> None:
    facts = {"mentor": made.word("mentoring.talk"), "talked_on": local_date(made.at), "next_on": None}
    made["talk"] = recording.record_talk(made.child, **facts, by=made.by, at=made.at)


def _talked_again(made: Made, more: int) -> None:
    for number in range(more):
        day = local_date(made.at) - timedelta(days=number)
        facts = {"mentor": "x", "talked_on": day, "next_on": None}
        recording.record_talk(made.child, **facts, by=made.somebody(number), at=made.at)


PAGES = [
    reads("mentoring:talks", Power.SEE, child_pk="child", grows=_talked_again, at_most=12),
    reads("mentoring:talk", Power.SEE, pk="talk"),
    writes("mentoring:record_talk", Power.RECORD, child_pk="child"),
]
