"""What the installed areas declare: every measure, every link that may be broken, every kind of fact that is adverse."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cache

from kittiwake.areas.area import declared, modules
from kittiwake.primitives.measures.adverse import Adverse, Fact
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.links import BrokenLink, Mends


@cache
def measures() -> dict[str, Measure]:
    """By key, in the order of their numbers."""
    found = [measure for module in modules("measures") for measure in getattr(module, "MEASURES", [])]
    return _by_key(sorted(found, key=lambda measure: measure.key))


@cache
def links() -> list[BrokenLink]:
    """In the order of the areas: whatever looks at the work, a board or a supervision, looks at the same ones."""
    found = _by_key([link for module in modules("broken_links") for link in module.LINKS])
    for above in declared(Mends):
        link = found[above.link]
        found[above.link] = replace(link, mends=(*link.mends, above.mend))
    return list(found.values())


@cache
def adverse() -> dict[str, Adverse]:
    """By key, in the order of the areas: what a change for a child may be about, and what speaks against it."""
    return _by_key([one for module in modules("adverse") for one in getattr(module, "ADVERSE", [])])


def facts_against(child_id: int, since: datetime, until: datetime) -> list[Fact]:
    """Of every kind, the oldest first."""
    found = [fact for one in adverse().values() for fact in one.find(child_id, since, until)]
    return sorted(found, key=lambda fact: (fact.at, fact.entry_id))


def _by_key(given: list) -> dict:
    found = {one.key: one for one in given}
    if len(found) != len(given):
        twice = sorted({one.key for one in given if [o.key for o in given].count(one.key) > 1})
        raise ValueError(f"Declared twice: {', '.join(twice)}.")
    return found
