"""Links of a plan that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from kittiwake.areas.powers import Power
from kittiwake.practice.plans import rules
from kittiwake.practice.plans.coverage.uncovered import uncovered
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See
from kittiwake.primitives.shared_pages.links import LateClocks
from kittiwake.queries.kept import kept


def risk_uncovered(see: See, at: datetime) -> Iterator[Broken]:
    for risk in _uncovered(see):
        about = f"{risk}, {risk.get_level_display().lower()}"
        yield Broken(risk.child_id, risk.entry.happened_at, risk.pk, risk.entry.kind, about=about)


@kept
def _uncovered(see: See) -> QuerySet[PresentingRisk]:
    return uncovered(see(PresentingRisk)).select_related("entry")


# A care plan that is not prepared, a child in need plan that nobody has looked at again.
LATE = LateClocks(*rules.STANDARDS, titled=True)
LINKS = [
    BrokenLink(
        "plans.risk_uncovered",
        "A known risk that no plan answers",
        "Every presenting risk is answered by an action, or left for a reason.",
        "Local; inspectors’ published findings on plans that miss known risks",
        risk_uncovered,
        mends=(Mend("See what the plan covers", "plans:coverage", Power.RECORD, "child"),),
    ),
    BrokenLink(
        "plans.late",
        "Plan not prepared, or not looked at, in time",
        "A plan nobody wrote or looks at changes nothing for the child.",
        f"{rules.CARE_PLAN.source}; local for child in need plans",
        LATE,
        reads=tuple(standard.key for standard in rules.STANDARDS),
        mends=(Mend("See the plans", "plans:plans", Power.RECORD, "child"),),
    ),
]
