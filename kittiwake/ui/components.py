"""What a page shows, in parts that every page has: the values its templates take instead of dictionaries."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Status:
    """Without a colour it is plain text: finished things are quiet."""

    text: str
    colour: str = ""


@dataclass(frozen=True)
class Task:
    """A row of ui/_task_list.html: something to do or to open, and how it stands."""

    title: str
    href: str = ""
    hint: str = ""
    status: Status = field(default_factory=lambda: Status(""))


@dataclass(frozen=True)
class SummaryRow:
    """A row of ui/_summary_list.html. An empty value is shown as "Not recorded"."""

    key: str
    value: str | int | float | None
    href: str = ""
    action: str = ""


@dataclass(frozen=True)
class TextLink:
    text: str
    href: str
    hint: str = ""
    current: bool = False


@dataclass(frozen=True)
class Quote:
    """What somebody said, in their own words."""

    text: str
    who: str = ""
    on: datetime | None = None
    href: str = ""


@dataclass(frozen=True)
class Column:
    """Of ui/_table.html."""

    text: str
    is_number: bool = False


Cell = str | TextLink | Status


def columns(*texts: str) -> list[Column]:
    """The first is words; a text that ends in # is a column of numbers."""
    return [Column(text.rstrip("#"), text.endswith("#")) for text in texts]
