"""What an area puts on a child's page, and into the picture of their last twelve months."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any, Self, TypeVar, cast

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.primitives.shared_pages.marks import Mark
from kittiwake.queries.places import MadeOf
from kittiwake.record.models import Child, Placement
from kittiwake.time.moments import local_date

T = TypeVar("T")


@dataclass
class OnChild(MadeOf):
    """A child's page as it is asked for: whose, by whom, when."""

    child: Child
    viewer: Viewer
    at: datetime
    _kept: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False)

    def given(self) -> tuple[Hashable, tuple[Any, ...]]:
        return None, (self.child, self.viewer, self.at)

    @classmethod
    def from_given(cls, shape: Any, *values: Any) -> Self:
        return cls(*values)

    @property
    def today(self) -> date:
        return local_date(self.at)

    def once(self, find: Callable[[OnChild], T]) -> T:
        """What `find` gives, found the first time a part of this page asks for it."""
        if find not in self._kept:
            self._kept[find] = find(self)
        return cast(T, self._kept[find])


class Where(Enum):
    WARNING = "above everything: what cannot wait"
    VOICE = "first in the column: what they say"
    RECORD = "what is known of them, for whoever sees the record itself"


@dataclass(frozen=True)
class ChildPart:
    """`template` draws what `shown` gives, as `part`; nothing where it gives none. `power` is what seeing it takes."""

    key: str
    where: Where
    place: int
    template: str
    shown: Callable[[OnChild], object | None]
    power: Power | None = None


@dataclass(frozen=True)
class LivesAt:
    """Where a child is placed today, as the area knows that keeps their moves."""

    find: Callable[[OnChild], Placement | None]


@dataclass(frozen=True)
class Lane:
    """A row of the picture. `marks` gives what stands in it; `kinds` are the entries that stand in it by themselves.

    `counted` is how the picture's title tells of one and of several.
    """

    name: str
    place: int
    marks: Callable[[OnChild], Iterable[Mark]] | None = None
    kinds: Collection[str] = ()
    counted: tuple[str, str] | None = None
