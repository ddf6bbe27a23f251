"""How experienced a worker is, as supervision needs to know it: the workforce records who is newly qualified."""

from __future__ import annotations

from datetime import date

from kittiwake.assurance.supervision import rules
from kittiwake.assurance.workforce.models import NewlyQualified
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard
from kittiwake.record.models import Worker


def newly_qualified_since(worker: Worker, on: date) -> date | None:
    """The day their first year began, while they are in it."""
    year = NewlyQualified.objects.on(on).filter(worker=worker).first()
    return year.starts_on if year else None


def rhythm_of(worker: Worker, profession: str, on: date) -> Standard:
    """How soon after that day this worker is supervised again."""
    since = newly_qualified_since(worker, on)
    standard = rules.rhythm(on, profession=profession, newly_qualified_since=since)
    return limits.in_force(standard)
