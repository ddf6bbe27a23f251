"""What the council sets about reading supervision: how few readings of a team are shown."""

from __future__ import annotations

from datetime import date

from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, cases, days

READINGS = Standard(
    key="supervision.fewest_readings",
    title="Fewest readings of a team’s supervision of which figures are shown",
    within=cases(5),
    source="Local: of fewer, a figure is of one pair of people",
    local=True,
)
WRITTEN = Standard(
    key="supervision.written_up",
    title="Supervision written up",
    within=days(5),
    source="Local: recording standards of councils say 2 to 5 days",
    local=True,
)


def fewest_readings(on: date) -> int:
    return limits.count(READINGS, on)


def written_within(on: date) -> int:
    """Days."""
    return limits.count(WRITTEN, on)
