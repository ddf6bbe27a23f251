"""How experienced a worker is, as supervision needs to know it.

The one place this is read: when `workforce` knows since when somebody has been newly qualified, ask it here.
"""

from __future__ import annotations

from datetime import date

from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.models import Agreement
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard


def newly_qualified_since(agreement: Agreement) -> date | None:
    return agreement.newly_qualified_since


def rhythm_of(agreement: Agreement, on: date) -> Standard:
    """How soon after that day this worker is supervised again."""
    since = newly_qualified_since(agreement)
    standard = rules.rhythm(on, profession=agreement.profession, newly_qualified_since=since)
    return limits.in_force(standard)
