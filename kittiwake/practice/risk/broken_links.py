"""Links of an assessment that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kittiwake.practice.risk import rules
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.links import Broken, BrokenLink, See

CLOCK = ("entry__child_id", "started_at", "entry_id", "entry__kind", "due_at")


def not_assessed_again(see: See, at: datetime) -> Iterator[Broken]:
    late = see(Clock).overdue(at).filter(key__in=[one.key for one in rules.REASSESSMENTS])  # type: ignore[attr-defined]
    return (Broken(*row) for row in late.values_list(*CLOCK))


def only_screened(see: See, at: datetime) -> Iterator[Broken]:
    late = see(Clock).overdue(at).filter(key=rules.AFTER_SCREENING.key)  # type: ignore[attr-defined]
    return (Broken(*row) for row in late.values_list(*CLOCK))


LINKS = [
    BrokenLink(
        "risk.not_assessed_again",
        "Exploitation risk not assessed again in time",
        "Risk moves in weeks, so an assessment is made again before it is old.",
        rules.REASSESSMENT.source,
        not_assessed_again,
        reads=tuple(one.key for one in rules.REASSESSMENTS),
    ),
    BrokenLink(
        "risk.only_screened",
        "Screened, and never assessed in full",
        "A screening that says so is followed by a full assessment.",
        rules.AFTER_SCREENING.source,
        only_screened,
        reads=(rules.AFTER_SCREENING.key,),
    ),
]
