"""What a paper is made of. Plain text throughout; a line break in a text stays one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar


@dataclass(frozen=True)
class Block:
    kind: ClassVar[str]

    def as_data(self) -> dict[str, Any]:
        return {"kind": self.kind, **asdict(self)}


@dataclass(frozen=True)
class Heading(Block):
    """`level` 1 is a part of the paper; a level must not be left out on the way down, or a screen reader is lost."""

    kind = "heading"
    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph(Block):
    kind = "paragraph"
    text: str


@dataclass(frozen=True)
class Quote(Block):
    """Somebody's own words."""

    kind = "quote"
    text: str
    who: str = ""


@dataclass(frozen=True)
class Note(Block):
    """What a reader must not miss."""

    kind = "note"
    text: str


@dataclass(frozen=True)
class Items(Block):
    kind = "items"
    items: Sequence[str]


@dataclass(frozen=True)
class Facts(Block):
    """Names and values. What nobody wrote is left out."""

    kind = "facts"
    rows: Sequence[tuple[str, str]]

    def as_data(self) -> dict[str, Any]:
        return {"kind": self.kind, "rows": [[key, str(value)] for key, value in self.rows if value]}


@dataclass(frozen=True)
class Table(Block):
    """Columns by name, and rows of text. The first row says what the columns are, on every page it runs over."""

    kind = "table"
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    title: str = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("Every row of a table has as many cells as there are columns.")


@dataclass(frozen=True)
class Drawing(Block):
    """SVG, and what it shows in words: whoever cannot see it is told that instead."""

    kind = "drawing"
    svg: str
    words: str


@dataclass(frozen=True)
class Paper:
    """`about` stands under the title: whom and what it is about. `handling` is said at the head of every page."""

    title: str
    blocks: Sequence[Block] = field(default_factory=list)
    about: str = ""
    handling: str = ""
    language: str = "en"

    def as_data(self) -> dict[str, Any]:
        return {**asdict(self), "blocks": [block.as_data() for block in self.blocks]}
