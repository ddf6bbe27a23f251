"""What an area puts above the chronology, what it tells on a line besides its summary, and how else an entry is known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from kittiwake.access.viewer import Viewer
from kittiwake.primitives.shared_pages.child_page import OnChild
from kittiwake.queries.places import OfCode
from kittiwake.ui.components import TextLink

Lines = list[str]


@dataclass(frozen=True)
class ChronologyPart:
    """Above the lines: `template` draws what `shown` gives, as `part`."""

    template: str
    shown: Callable[[OnChild], object]


@dataclass(frozen=True)
class ChronologyLine(OfCode):
    """Of entries of one kind: their rows, and what one of them tells. `together`: what is read with all of them at once."""

    kind: str
    model: type[Model]
    tell: Callable[[Any], Lines]
    together: tuple[str, ...] = ()


@dataclass(frozen=True)
class UnderEntries:
    """What an area keeps with entries of any kind: links under each, by the entry's key; asked for all of them at once."""

    find: Callable[[Viewer, Collection[int]], Iterable[tuple[int, TextLink]]]


@dataclass(frozen=True)
class EntryReference:
    """The reference that others know an entry by: a query over OuterRef("entry_id") of one column."""

    find: Callable[[], QuerySet[Any, Any]]


def alone(alone: bool | None, who_else: str) -> str:
    """How a sentence goes on that says who was seen."""
    if alone:
        return ", alone"
    return f", with {who_else}" if who_else else ", with somebody else there" if alone is False else ""
