"""Links of an assessment that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kittiwake.practice.risk import rules
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See, of_clocks


def not_assessed_again(see: See, at: datetime) -> Iterator[Broken]:
    late = see(Clock).overdue(at).filter(key__in=[one.key for one in rules.REASSESSMENTS])  # type: ignore[attr-defined]
    return of_clocks(late)


def only_screened(see: See, at: datetime) -> Iterator[Broken]:
    late = see(Clock).overdue(at).filter(key=rules.AFTER_SCREENING.key)  # type: ignore[attr-defined]
    return of_clocks(late)


ASSESS = Mend("Assess it", "risk:assess", "risk.record", "child", more=("assessment",))
LINKS = [
    BrokenLink(
        "risk.not_assessed_again",
        "Exploitation risk not assessed again in time",
        "Risk moves in weeks, so an assessment is made again before it is old.",
        rules.REASSESSMENT.source,
        not_assessed_again,
        reads=tuple(one.key for one in rules.REASSESSMENTS),
        mends=(ASSESS,),
    ),
    BrokenLink(
        "risk.only_screened",
        "Screened, and never assessed in full",
        "A screening that says so is followed by a full assessment.",
        rules.AFTER_SCREENING.source,
        only_screened,
        reads=(rules.AFTER_SCREENING.key,),
        mends=(ASSESS,),
    ),
]
