"""What the council sets about audits that is no time: how few say nothing, and how many are drawn at least."""

from __future__ import annotations

from datetime import date

from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, cases

PAIRS = Standard(
    key="audits.fewest_pairs",
    title="Fewest second marks of audits of which agreement is worked out",
    within=cases(10),
    source="Local: agreement beyond chance says nothing of fewer",
    local=True,
)
COMPARED = Standard(
    key="audits.fewest_compared",
    title="Fewest audits in a round, and people, of which a difference is put into words",
    within=cases(10),
    source="Local: of fewer, chance explains nearly any difference",
    local=True,
)
DRAWN = Standard(
    key="audits.least_drawn",
    title="Fewest children drawn of each team and track",
    within=cases(1),
    source="Local: a team nobody looks at learns nothing",
    local=True,
)


def fewest_pairs(on: date) -> int:
    return limits.count(PAIRS, on)


def fewest_compared(on: date) -> int:
    return limits.count(COMPARED, on)


def least_drawn(on: date) -> int:
    return limits.count(DRAWN, on)
