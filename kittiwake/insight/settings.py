"""How small a number may be and still be shown to whoever sees no child behind it: the council's own, from a day on."""

from __future__ import annotations

from datetime import date

from kittiwake.insight.rules import Sizes
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, cases

DISCLOSURE = "Statistical disclosure control as councils publish, read November 2026; the number is local"
COUNTED = Standard(
    key="insight.fewest_counted",
    title="Fewest that are shown as a number",
    within=cases(6),
    source=f"{DISCLOSURE}: 1 to 5 are not shown",
    local=True,
)
SHARED = Standard(
    key="insight.fewest_shared",
    title="Fewest of which a share is shown",
    within=cases(10),
    source=f"{DISCLOSURE}: no share of fewer than 10",
    local=True,
)


def sizes(on: date) -> Sizes:
    return Sizes(limits.count(COUNTED, on), limits.count(SHARED, on))
