"""How small a number may be and still be shown to whoever sees no child behind it, and when: the council's own, from a day on."""

from __future__ import annotations

from datetime import date

from kittiwake.insight.disclosure.sizes import Sizes
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, cases, days

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
SETTLED = Standard(
    key="insight.published_after",
    title="After a quarter, until its figures are shown to whoever sees no child",
    within=days(14),
    source="Local: by then most of what happened in it is written down. Later records change those figures no more",
    local=True,
)


def sizes(on: date) -> Sizes:
    return Sizes(limits.count(COUNTED, on), limits.count(SHARED, on))
