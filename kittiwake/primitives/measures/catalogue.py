"""What the installed areas declare: every measure, what its cases can be grouped by, every link that may be broken, every kind
of fact that is adverse."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from kittiwake.areas.area import declared
from kittiwake.primitives.measures.adverse import Adverse, Fact
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.dimension import Dimension
from kittiwake.primitives.measures.links import BrokenLink, PlaceOfLinks

NO_PLACE = 500  # of an area that says of itself neither that it is urgent nor that it is not


@cache
def measures() -> dict[str, Measure]:
    """By key, in the order of their numbers."""
    return {measure.key: measure for measure in sorted(declared(Measure), key=lambda measure: measure.key)}


@cache
def dimensions() -> dict[str, Dimension]:
    """By key, in the order of the areas: what the cases of a measure can be grouped by, beside team and month."""
    return {dimension.key: dimension for dimension in declared(Dimension)}


@cache
def links() -> list[BrokenLink]:
    """The most urgent areas first: whatever looks at the work, a board or a supervision, looks at the same ones."""
    places = {place.area: place.place for place in declared(PlaceOfLinks)}
    return sorted(declared(BrokenLink), key=lambda link: places.get(link.area, NO_PLACE))


@cache
def adverse() -> dict[str, Adverse]:
    """By key, in the order of the areas: what a change for a child may be about, and what speaks against it."""
    return {kind.key: kind for kind in declared(Adverse)}


def facts_against(child_id: int, since: datetime, until: datetime) -> list[Fact]:
    """Of every kind, the oldest first."""
    facts = [fact for kind in adverse().values() for fact in kind.find(child_id, since, until)]
    return sorted(facts, key=lambda fact: (fact.at, fact.entry_id))
