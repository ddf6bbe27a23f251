"""Links of a plan that should be there and are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kittiwake.practice.plans.uncovered import uncovered
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, See


def risk_uncovered(see: See, at: datetime) -> Iterator[Broken]:
    risks = uncovered(see(PresentingRisk))  # type: ignore[arg-type]
    for risk in risks.select_related("entry"):
        about = f"{risk}, {risk.get_level_display().lower()}"
        yield Broken(risk.child_id, risk.entry.happened_at, risk.pk, risk.entry.kind, about=about)


LINKS = [
    BrokenLink(
        "plans.risk_uncovered",
        "A known risk that no plan answers",
        "Every presenting risk is answered by an action, or left for a reason.",
        "Local; inspectors’ published findings on plans that miss known risks",
        risk_uncovered,
        mends=(Mend("See what the plan covers", "plans:coverage", "plans.see", "child"),),
    )
]
