"""One block a child: what waits for somebody about them, put in order, with the loop of their newest return. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.desk.returns import returned_since
from kittiwake.desk.rules_of_order import HEADINGS, Kind, Stretch, place
from kittiwake.desk.showing_of_loops import Loop, left, loops_of
from kittiwake.desk.waiting import Item
from kittiwake.practice.missing.models import Episode
from kittiwake.record.models import Child

AT_ONCE = 6  # things shown of one child; their page has the rest
ON_A_PAGE = 25  # blocks of one stretch


@dataclass
class Block:
    child: Child
    at: datetime
    items: list[Item] = field(default_factory=list)
    loop: Loop | None = None

    @property
    def first(self) -> Stretch:
        return min((item.stretch for item in self.items), default=Stretch.LATER)

    @property
    def place(self) -> tuple[int, float]:
        due = [item.due_at for item in self.items if item.stretch is self.first and item.due_at]
        return place(self.first, due)

    @property
    def left(self) -> str:
        """61 hours left to listen"""
        due_at = self.loop.heard.due_at if self.loop else None
        if due_at is None or self.first is not Stretch.NOT_HEARD:
            return ""
        return (
            f"{left(due_at, self.at)} left to listen" if due_at > self.at else f"{left(self.at, due_at)} late"
        )

    @property
    def is_late(self) -> bool:
        return self.left.endswith("late")

    @property
    def rows(self) -> list[Item]:
        """Without what the steps of the loop say already."""
        drawn = self.loop.episode.pk if self.loop else None
        rows = [one for one in self.items if one.kind is not Kind.INTERVIEW or one.entry_id != drawn]
        return sorted(rows, key=lambda one: (one.stretch, one.due_at.timestamp() if one.due_at else 0.0))

    @property
    def shown(self) -> list[Item]:
        """Beside what is to be done now, what is due in weeks only hides it."""
        soon = [one for one in self.rows if one.stretch is not Stretch.LATER]
        return (self.rows if self.first is Stretch.LATER else soon)[:AT_ONCE]

    @property
    def more(self) -> int:
        return len(self.rows) - len(self.shown)


@dataclass
class Section:
    stretch: Stretch
    blocks: list[Block]

    @property
    def heading(self) -> str:
        return f"{HEADINGS[self.stretch]} ({len(self.blocks)})"

    @property
    def shown(self) -> list[Block]:
        return self.blocks[:ON_A_PAGE]

    @property
    def more(self) -> int:
        return max(0, len(self.blocks) - ON_A_PAGE)

    @property
    def is_later(self) -> bool:
        return self.stretch is Stretch.LATER


def blocks_of(items: Iterable[Item], at: datetime) -> list[Block]:
    """What is long late is not in them."""
    blocks: dict[int, Block] = {}
    for item in items:
        if item.stretch is not Stretch.LONG_LATE:
            blocks.setdefault(item.child.pk, Block(item.child, at)).items.append(item)
    return sorted(blocks.values(), key=lambda block: block.place)


def draw_loops(blocks: Iterable[Block], viewer: Viewer, at: datetime) -> None:
    """The newest return of each, where it is not closed."""
    of = {block.child.pk: block for block in blocks}
    newest: dict[int, Episode] = {}
    for episode in returned_since(viewer, at).filter(child__in=of) if of else ():
        newest.setdefault(episode.child_id, episode)
    for loop in loops_of(viewer, list(newest.values()), at):
        if not loop.is_closed:
            of[loop.episode.child_id].loop = loop


def sections_of(blocks: Iterable[Block]) -> list[Section]:
    found: dict[Stretch, list[Block]] = defaultdict(list)
    for block in blocks:
        found[block.first].append(block)
    return [Section(stretch, found[stretch]) for stretch in HEADINGS if found[stretch]]


def long_late(items: Iterable[Item]) -> list[Item]:
    """Oldest first, because that is where somebody has to say something."""
    late: list[Any] = [item for item in items if item.stretch is Stretch.LONG_LATE]
    return sorted(late, key=lambda item: (item.due_at, item.key))
