from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kittiwake.practice.mentoring.models import Talk

from kittiwake.areas.powers import Power
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.time.moments import local_date, start_of


def not_met(see: See, at: datetime) -> Iterator[Broken]:
    """They said when they would talk again; the day has passed, and nobody has recorded that they did."""
    due = see(Talk).filter(next_on__lt=local_date(at), entry__struck_out_at=None)
    for talk in due:
        newer = see(Talk).filter(child=talk.child_id, talked_on__gte=talk.next_on)
        if talk.next_on and not newer.exists():
            when = start_of(talk.next_on)
            yield Broken(talk.child_id, when, talk.pk, "mentoring.talk", when, talk.mentor)


LINKS = [
    BrokenLink(
        "mentoring.not_met",
        "They were to see their mentor again",
        "Somebody whom the child chose comes when they said they would.",
        "Local",
        not_met,
        mends=(Mend("Record the talk", "mentoring:record_talk", Power.RECORD, "child"),),
    )
]
