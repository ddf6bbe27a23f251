"""One block a child: what waits for somebody about them, put in order, with what areas draw of them. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.areas.area import declared
from kittiwake.primitives.shared_pages.my_work import BlockDetail, BlockPart, Item
from kittiwake.primitives.shared_pages.rules import HEADINGS, Kind, Stretch, place
from kittiwake.queries.together import together
from kittiwake.record.models import Child
from kittiwake.ui.dates import time_left

AT_ONCE = 6  # things shown of one child; their page has the rest
ON_A_PAGE = 25  # blocks of one stretch


@dataclass
class Block:
    child: Child
    at: datetime
    items: list[Item] = field(default_factory=list)
    details: list[tuple[str, BlockDetail]] = field(default_factory=list)  # templates, and what they draw

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
        due_at = next((detail.listen_by for _, detail in self.details if detail.listen_by), None)
        if due_at is None or self.first is not Stretch.NOT_HEARD:
            return ""
        if due_at > self.at:
            return f"{time_left(due_at, self.at)} left to listen"
        return f"{time_left(self.at, due_at)} late"

    @property
    def is_late(self) -> bool:
        return self.left.endswith("late")

    @property
    def rows(self) -> list[Item]:
        """Without what is drawn of them says already."""
        drawn = {detail.entry_id for _, detail in self.details}
        rows = [item for item in self.items if item.kind is not Kind.INTERVIEW or item.entry_id not in drawn]
        return sorted(rows, key=lambda item: (item.stretch, item.due_at.timestamp() if item.due_at else 0.0))

    @property
    def shown(self) -> list[Item]:
        """Beside what is to be done now, what is due in weeks only hides it."""
        soon = [item for item in self.rows if item.stretch is not Stretch.LATER]
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


def add_details(blocks: Iterable[Block], viewer: Viewer, at: datetime) -> None:
    """What areas draw of each child besides."""
    by_child = {block.child.pk: block for block in blocks}
    parts = declared(BlockPart)
    details = together(*(partial(part.find, viewer, by_child.keys(), at) for part in parts))
    for part, of_children in zip(parts, details, strict=True):
        for child_id, detail in of_children.items():
            by_child[child_id].details.append((part.template, detail))


def sections_of(blocks: Iterable[Block]) -> list[Section]:
    by_stretch: dict[Stretch, list[Block]] = defaultdict(list)
    for block in blocks:
        by_stretch[block.first].append(block)
    return [Section(stretch, by_stretch[stretch]) for stretch in HEADINGS if by_stretch[stretch]]


def long_late(items: Iterable[Item]) -> list[Item]:
    """Oldest first, because that is where somebody has to say something."""
    late: list[Any] = [item for item in items if item.stretch is Stretch.LONG_LATE]
    return sorted(late, key=lambda item: (item.due_at, item.key))
