"""What the council sets about assessments of risk that is no time: of how few marks agreement says nothing."""

from __future__ import annotations

from datetime import date

from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, cases

PAIRS = Standard(
    key="risk.fewest_pairs",
    title="Fewest assessments of which agreement is worked out",
    within=cases(10),
    source="Local: agreement beyond chance says nothing of fewer",
    local=True,
)


def fewest_pairs(on: date) -> int:
    return limits.count(PAIRS, on)
