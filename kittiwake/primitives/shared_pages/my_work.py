"""What an area puts on somebody's front page: what waits for them, and parts of the page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Protocol, Self

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.roles import Role
from kittiwake.primitives.shared_pages.rules import Kind, Stretch, stretch
from kittiwake.queries.places import MadeOf
from kittiwake.record.models import Child, Worker
from kittiwake.ui.components import Status

SHOWN = 50  # of a kind; the board and the pages of a child have the rest


@dataclass(frozen=True)
class Item:
    """One thing that waits, about one child."""

    kind: Kind
    child: Child
    title: str
    href: str
    hint: str
    status: Status
    stretch: Stretch
    due_at: datetime | None = None
    key: str = ""  # of what may be dealt with together: clock-12, action-7
    entry_id: int | None = None


@dataclass(frozen=True)
class OnMyWork(MadeOf):
    """A front page as it is asked for: whose, when, and which children are theirs or those of a colleague they cover for."""

    viewer: Viewer
    at: datetime
    worker: Worker | None
    children: frozenset[int]

    def given(self) -> tuple[Hashable, tuple[Any, ...]]:
        return None, (self.viewer, self.at, self.worker, self.children)

    @classmethod
    def from_given(cls, shape: Any, *values: Any) -> Self:
        return cls(*values)

    def item(
        self,
        kind: Kind,
        child: Child,
        title: str,
        href: str,
        hint: str,
        status: Status,
        *,
        due_at: datetime | None = None,
        promised: datetime | None = None,
        key: str = "",
        entry_id: int | None = None,
    ) -> Item:
        where = stretch(kind, due_at, self.at, promised=promised)
        return Item(kind, child, title, href, hint, status, where, promised or due_at, key, entry_id)


@dataclass(frozen=True)
class WaitingItems:
    """What waits of one kind, with one query."""

    find: Callable[[OnMyWork], Iterable[Item]]


@dataclass(frozen=True)
class ListenFirst:
    """The duties to listen to a child who came back, by their standards: before all others. `heard_by` are the roles whose
    work those of every child in sight are.
    """

    standards: Collection[str]
    heard_by: Collection[Role]


@dataclass(frozen=True)
class AnswersFrom:
    """Actions on entries of this kind are there to read what a child has answered."""

    kind: str


@dataclass(frozen=True)
class DraftForm:
    """Where a draft is written on. `new`: the page of a new one, asked for with the child; `again`: that of another
    version, asked for with what it follows. `query` goes with the former.
    """

    occasion: str
    new: str = ""
    again: str = ""
    query: str = ""


class BlockDetail(Protocol):
    """What one child's block is drawn with besides."""

    @property
    def entry_id(self) -> int:
        """Whose duties to listen it says already."""

    @property
    def listen_by(self) -> datetime | None: ...


@dataclass(frozen=True)
class BlockPart:
    """Drawn by `template`, as `part`, in the blocks of these children; for many children as often as for one."""

    template: str
    find: Callable[[Viewer, Collection[int], datetime], Mapping[int, BlockDetail]]


class Place(Enum):
    LEADING = "for whoever answers for others, after what only they can do"
    FIRST = "before what waits, child by child"


class Part(Protocol):
    @property
    def child_ids(self) -> Collection[int]:
        """Whose names it shows."""


@dataclass(frozen=True)
class WorkPart:
    """Drawn by `template`, as `part`; nothing where `shown` gives none. `is_work`: whoever has it does not only look on."""

    key: str
    where: Place
    template: str
    shown: Callable[[OnMyWork], Part | None]
    is_work: bool = True


@dataclass(frozen=True)
class ChildGroup:
    """Children who are theirs too, and why."""

    title: str
    text: str
    children: list[Child]


@dataclass(frozen=True)
class TheirsToo:
    find: Callable[[Worker, Viewer, datetime], Iterable[ChildGroup]]


@dataclass(frozen=True)
class FrontPageOf:
    """People of this role begin on a page of their own."""

    role: Role
    page: str


@dataclass(frozen=True)
class ChangeLine:
    """What changed since somebody looked: `text` as a sentence goes on, "went missing"; `children`, by key, the newest first."""

    place: int
    text: str
    children: Callable[[Viewer, datetime, datetime], Iterable[int]]
