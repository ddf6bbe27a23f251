"""What is owed to a child in care and was not done in time, as far as no other area has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kittiwake.areas.powers import Power
from kittiwake.practice.duties import rules
from kittiwake.practice.duties.duties import STANDARDS
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See, of_clocks

TITLES = {one.key: one.title for one in STANDARDS}


def not_done(see: See, at: datetime) -> Iterator[Broken]:
    return of_clocks(see(Clock).overdue(at).filter(key__in=TITLES), TITLES)


LINKS = [
    BrokenLink(
        "duties.not_done",
        "Owed to a child in care, and not done",
        "Health, school and somebody who watches over the plan: the council is their parent.",
        f"{rules.CPPCR}, regulation 7; {rules.SECURE}; statutory guidance",
        not_done,
        reads=tuple(TITLES),
        mends=(Mend("Say that it was done", "duties:say_done", Power.REPORT, "child"),),
    )
]
