"""The kinds of event that the areas declare: everything that can be said to have happened to a record."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kittiwake.areas.area import declared


@dataclass(frozen=True)
class EventKind:
    """`name` is area.past_participle and never changes; `title` is what a person reads: "Recorded that they are back".

    `is_administration`: an administrator, who is told of no child, does it and may read that it was done.
    """

    name: str
    title: str
    is_administration: bool = False


@cache
def event_kinds() -> dict[str, EventKind]:
    return {kind.name: kind for kind in declared(EventKind)}


def kinds_of_administration() -> list[str]:
    return sorted(kind.name for kind in event_kinds().values() if kind.is_administration)


def title_of(what: str) -> str:
    """As a person reads it; of a kind that no area declares, its own words: “missing: put back”."""
    if kind := event_kinds().get(what):
        return kind.title
    area, _, happened = what.partition(".")
    return f"{area.replace('_', ' ').capitalize()}: {happened.replace('_', ' ')}"
