"""Links of an assessment that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from kittiwake.areas.powers import Power
from kittiwake.practice.risk import rules
from kittiwake.practice.risk.assessments.earlier_versions import judged_too_low
from kittiwake.practice.risk.models import RiskAssessment
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.primitives.shared_pages.links import LateClocks
from kittiwake.queries.kept import kept


def rated_too_low(see: See, at: datetime) -> Iterator[Broken]:
    return (Broken(*assessment) for assessment in _too_low(see))


@kept
def _too_low(see: See) -> QuerySet[RiskAssessment, tuple[Any, ...]]:
    too_low = judged_too_low(see(RiskAssessment))
    return too_low.values_list("child_id", "entry__happened_at", "entry_id", "entry__kind")


not_assessed_again = LateClocks(*rules.REASSESSMENTS)
only_screened = LateClocks(rules.IN_FULL)
ASSESS = Mend("Assess it", "risk:assess", Power.RECORD, "child", more=("assessment",))

LINKS = [
    BrokenLink(
        "risk.rated_too_low",
        "Harm happening now, judged lower by an earlier questionnaire",
        "The version before could rate it too low. Somebody reads the assessment again.",
        "Questionnaire of exploitation risk, version 2: every answer that shows harm has its own lowest level",
        rated_too_low,
        mends=(ASSESS,),
    ),
    BrokenLink(
        "risk.not_assessed_again",
        "Exploitation risk not assessed again in time",
        "Risk moves in weeks, so an assessment is made again before it is old.",
        rules.REASSESSMENT.source,
        not_assessed_again,
        reads=tuple(standard.key for standard in rules.REASSESSMENTS),
        mends=(ASSESS,),
    ),
    BrokenLink(
        "risk.only_screened",
        "A concern about exploitation, not assessed in full",
        "A screening that says so, or a first risk, is followed by a full assessment.",
        rules.IN_FULL.source,
        only_screened,
        reads=(rules.IN_FULL.key,),
        mends=(ASSESS,),
    ),
]
