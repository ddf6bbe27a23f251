"""How far from home children are placed, where that is known in miles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kittiwake.practice.placements.measures import AUTHOR, RETURN, REVIEW_ON, standing
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases

if TYPE_CHECKING:
    import ibis

FAR = 20  # miles


def far_away(tables: Tables) -> ibis.Table:
    placements = standing(tables)
    placements = placements.filter(placements.miles.notnull())
    in_numerator = placements.miles > FAR
    return cases(placements, case_id=placements.id, on=placements.counts_on, in_numerator=in_numerator)


MEASURES = [
    Measure(
        key="P52c",
        title=f"Placed more than {FAR} miles from home",
        why="Whoever is an hour away comes less often.",
        numerator=f"Those placed more than {FAR} miles from home",
        denominator="Children placed on the last day of the period of whom it is known how far that is",
        direction="down",
        source=RETURN,
        author=AUTHOR,
        review_on=REVIEW_ON,
        cases=far_away,
        about="other",
    ),
]
