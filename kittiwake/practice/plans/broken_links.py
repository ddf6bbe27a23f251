"""Links of a plan that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kittiwake.practice.plans.uncovered import uncovered
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.measures.links import Broken, BrokenLink, See


def risk_uncovered(see: See, at: datetime) -> Iterator[Broken]:
    risks = uncovered(see(PresentingRisk))  # type: ignore[arg-type]
    rows = risks.values_list("entry__child_id", "entry__happened_at", "entry_id", "entry__kind")
    return (Broken(*row) for row in rows)


LINKS = [
    BrokenLink(
        "plans.risk_uncovered",
        "A known risk that no plan answers",
        "Every presenting risk is answered by an action, or left for a reason.",
        "Local; inspectors’ published findings on plans that miss known risks",
        risk_uncovered,
    )
]
