"""What an area says of a published figure: beside which measure it stands, and how it was counted otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kittiwake.areas.area import declared


@dataclass(frozen=True)
class Published:
    """`top` are indicators of one publication: with `of` their share in it is shown, otherwise the figure as it was published.

    `beside` says how it was counted otherwise; empty where it was counted alike.
    """

    measure: str
    top: tuple[str, ...]
    publication: str
    beside: str
    of: str = ""
    unit: str = "%"


@cache
def by_measure() -> dict[str, Published]:
    return {published.measure: published for published in declared(Published)}
