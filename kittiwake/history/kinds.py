"""The kinds of event that the areas declare: everything that can be said to have happened to a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from kittiwake.areas.area import declared

if TYPE_CHECKING:
    from kittiwake.outbox.models import Notice


@dataclass(frozen=True)
class EventKind:
    """`name` is area.past_participle and never changes; `title` is what a person reads: "Recorded that they are back".

    `is_administration`: an administrator, who is told of no child, does it and may read that it was done.
    `tells`: it cannot wait, and those users are told at once. Asked as they are told, and again as a mail goes to each;
    nothing where it is not so any more.
    """

    name: str
    title: str
    is_administration: bool = False
    tells: Callable[[Notice, datetime], Iterable[int] | None] | None = None


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
