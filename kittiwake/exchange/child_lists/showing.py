"""Child-level lists on their pages: what is in them, what is left empty, what to look at. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import cached_property

from kittiwake.exchange.as_json import from_json
from kittiwake.exchange.background import progress
from kittiwake.exchange.child_lists import rules
from kittiwake.exchange.child_lists.counts import ListCount
from kittiwake.exchange.child_lists.recording import KEPT
from kittiwake.exchange.models import ChildLists, ChildListsFile
from kittiwake.primitives.documents.rules import size_in_words
from kittiwake.ui.components import Cell, Column, Status, SummaryRow, TextLink, columns
from kittiwake.ui.dates import long_date, long_moment

MINE_COLUMNS = columns("Lists of", "Asked for", "State")
IN_IT_COLUMNS = columns("List", "Rows#", "Rows to look at#")
EMPTY_COLUMNS = columns("List", "Columns")
LOOK_COLUMNS = columns("List", "What to look at", "Rows#")


def state(lists: ChildLists, at: datetime) -> Status:
    if lists.broken_at:
        return Status("Could not be made", "red")
    if lists.made_at is None:
        return Status("Being made", "blue")
    return Status("Made", "green") if is_kept(lists, at) else Status("Gone after a day", "grey")


def is_kept(lists: ChildLists, at: datetime) -> bool:
    return lists.made_at is not None and at < lists.made_at + KEPT


def workbook_of(lists: ChildLists, at: datetime) -> ChildListsFile | None:
    return ChildListsFile.objects.filter(lists=lists).first() if is_kept(lists, at) else None


def numbers(some: Sequence[int]) -> str:
    first, last = [str(number) for number in some[:-1]], str(some[-1])
    return f"{', '.join(first)} and {last}" if first else last


@dataclass
class MyLists:
    mine: Sequence[ChildLists]
    at: datetime

    @property
    def columns(self) -> list[Column]:
        return MINE_COLUMNS

    @property
    def rows(self) -> list[list[Cell]]:
        return [
            [
                TextLink(long_date(lists.on), lists.get_absolute_url()),
                long_moment(lists.asked_at),
                state(lists, self.at),
            ]
            for lists in self.mine
        ]


@dataclass
class ListsPage:
    lists: ChildLists
    at: datetime

    @property
    def title(self) -> str:
        return f"Child-level lists of {long_date(self.lists.on)}"

    @property
    def state(self) -> Status:
        return state(self.lists, self.at)

    @property
    def percent(self) -> int:
        return min(100, progress.rows_done(self.lists) or 0)

    @property
    def may_open(self) -> bool:
        return is_kept(self.lists, self.at)

    @cached_property
    def counts(self) -> list[ListCount]:
        return [from_json(ListCount, count) for count in self.lists.counts]

    @property
    def whole(self) -> str:
        return (
            f"Of lists {numbers(rules.WHOLE)} the record holds every column. Lists {numbers(rules.BROUGHT_IN)} hold only "
            f"what was brought in from the main case system; list {rules.ADOPTERS} has its headings and no rows."
        )

    @property
    def facts(self) -> list[SummaryRow]:
        made_at = self.lists.made_at
        if made_at is None:
            return []
        return [
            SummaryRow("Made", long_moment(made_at)),
            SummaryRow("Rows", sum(count.rows for count in self.counts)),
            SummaryRow("File", f"{size_in_words(self.lists.size)}, kept for a day"),
            SummaryRow("Fingerprint (SHA-256)", self.lists.sha256),
        ]

    @property
    def in_it(self) -> list[list[Cell]]:
        return [[_name(count), str(count.rows), str(count.with_doubts)] for count in self.counts]

    @property
    def empty(self) -> list[list[Cell]]:
        return [[_name(count), "; ".join(count.empty)] for count in self.counts if count.empty]

    @property
    def to_look_at(self) -> list[list[Cell]]:
        return [
            [_name(count), sentence, str(rows)]
            for count in self.counts
            for sentence, rows in count.doubts.items()
        ]

    @property
    def in_it_columns(self) -> list[Column]:
        return IN_IT_COLUMNS

    @property
    def empty_columns(self) -> list[Column]:
        return EMPTY_COLUMNS

    @property
    def look_columns(self) -> list[Column]:
        return LOOK_COLUMNS


def _name(count: ListCount) -> str:
    return f"{count.number}: {count.title}"
