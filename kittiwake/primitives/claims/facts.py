"""What is said of a claim and decided on it: the same for form, import and recording."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.primitives.claims.models import Entity
from kittiwake.record.models import Child


class ClaimFacts(TypedDict, total=False):
    """Claim's own columns beside what was said and how it is graded."""

    details: str
    named_child: Child | None
    from_on: date | None
    to_on: date | None


class ClaimAnswers(ClaimFacts):
    """What the form gives."""

    kind: str
    wording: str
    link: str
    number: str
    platform: str
    source_grade: str
    information_grade: str
    handling: str
    conditions: str


class DecisionAnswers(TypedDict, total=False):
    """What the form gives: only what was answered."""

    verdict: str
    reason: str
    entity: Entity
    label: str
    named_child: Child
