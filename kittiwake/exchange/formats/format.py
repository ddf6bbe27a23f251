"""What a format says of itself: how its list is recognised, read and matched, and how a row is recorded and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from django.db.models import QuerySet

from kittiwake.accounts.models import User
from kittiwake.exchange.as_json import from_json
from kittiwake.exchange.columns import FileColumns
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.proposal import Proposal
from kittiwake.exchange.reading.layouts import Layout
from kittiwake.exchange.reading.source import Source
from kittiwake.exchange.reading.tables import Table
from kittiwake.exchange.undo_checks import Since
from kittiwake.record.models import Child

Choices = list[tuple[str, str]]


class ReadList(Protocol):
    """A list as a format reads it: whatever its rows are, the file is told of what was left out and what was noticed."""

    @property
    def name(self) -> str: ...
    @property
    def hidden(self) -> bool: ...
    @property
    def left_out(self) -> Mapping[int, str]: ...
    @property
    def notes(self) -> tuple[str, ...]: ...
    def __iter__(self) -> Iterator[object]: ...


F = TypeVar("F")  # what a row says
F_contra = TypeVar("F_contra", contravariant=True)
L = TypeVar("L", bound=ReadList)
L_contra = TypeVar("L_contra", bound=ReadList, contravariant=True)


@dataclass
class FileReport:
    """The file in hand: how its columns are to be understood, and what is to be said of it as a whole."""

    name: str
    columns: FileColumns = field(default_factory=FileColumns)
    notes: list[str] = field(default_factory=list)


class Matcher(Protocol[L_contra]):
    """Matches the rows of one import in order, remembering what earlier rows of the same files said."""

    def proposals(self, lists: Sequence[L_contra], file: FileReport) -> Iterator[Proposal]: ...


class Record(Protocol[F_contra]):
    """Puts a row on the record and keeps on the row what it made and replaced. `children`: those made by earlier rows, by
    the number of the row that first met them."""

    def __call__(
        self,
        row: ImportRow,
        facts: F_contra,
        children: MutableMapping[int, Child],
        /,
        *,
        by: User,
        at: datetime,
    ) -> None: ...


class Undo(Protocol[F_contra]):
    """Takes back what recording the row did."""

    def __call__(
        self, row: ImportRow, facts: F_contra, /, *, reason: str, by: User, at: datetime
    ) -> None: ...


class UndoRest(Protocol):
    """Takes back what rows brought together. Returns what of it stays, because others use it."""

    def __call__(self, rows: QuerySet[ImportRow], /, *, at: datetime) -> list[str]: ...


def _nothing_left(rows: QuerySet[ImportRow], /, *, at: datetime) -> list[str]:
    return []


def _never(lists: object) -> bool:
    return False


def _nobody(row: ImportRow, facts: object, children: list[Child]) -> Choices:
    return []


def _unknown(table: Table) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Format(Generic[F, L]):
    """`name` is its folder's. `facts` is the type of what a row says, which goes to JSON and back."""

    name: str
    title: str
    hint: str
    place: int  # among those that are offered
    facts: type[F]
    read: Callable[[Source], Sequence[L]]
    recognises: Callable[[Sequence[L]], bool]  # whether the list is among these
    matcher: Callable[[datetime], Matcher[L]]  # beside the record as it stands
    record: Record[F]
    undo: Undo[F]
    undo_check: Callable[[ImportRow, F, Since], str]  # why a row has to stay: somebody has gone on from it
    called: Callable[[F], str]  # whom the row names, in a word or two
    tells: Callable[[F], str]  # the same as a sentence
    about: str = "Child"
    is_xml: bool = False
    is_whole: bool = False  # one row that cannot be recorded keeps all the others back
    may_be_empty: Callable[[Sequence[L]], bool] = _never
    layout: Layout | None = None  # where a person may say which column holds what
    undo_rest: UndoRest = _nothing_left
    # Who the row may be about, where that is what a person is asked; otherwise they are asked what becomes of it.
    choices: Callable[[ImportRow, F, list[Child]], Choices] = _nobody
    # What a table is for certain, to follow "it is": so that it is not taken for another format's.
    certainly: Callable[[Table], str] = _unknown

    def facts_of(self, row: ImportRow) -> F:
        return from_json(self.facts, row.facts)

    def name_of(self, row: ImportRow) -> str:
        return self.called(self.facts_of(row)) if row.facts else ""


AnyFormat = Format[Any, Any]
