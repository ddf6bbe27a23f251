"""What the pages of an import show: its files and rows, what it wrote, and how far a worker is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.identity import acting_as_system
from kittiwake.exchange import recording
from kittiwake.exchange.background import progress
from kittiwake.exchange.columns import numbered
from kittiwake.exchange.events import EVENTS
from kittiwake.exchange.formats.format import AnyFormat
from kittiwake.exchange.models import HeldFile, Import, ImportFile, ImportRow
from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.source import open_source
from kittiwake.history.kinds import title_of
from kittiwake.history.models import Event
from kittiwake.record.models import Child
from kittiwake.ui.components import SummaryRow, TextLink

LATE = timedelta(minutes=1)  # a worker that is free begins within seconds


class Work:
    """How far the recording or undoing of an import is."""

    def __init__(self, batch: Import, at: datetime) -> None:
        self.batch, self.at = batch, at

    @cached_property
    def done(self) -> int | None:
        return progress.rows_done(self.batch)

    @cached_property
    def total(self) -> int:
        if self.batch.asked == Import.UNDO:
            return self.batch.rows.exclude(recorded_at=None).count()
        return recording.to_record(self.batch).count()

    @property
    def verb(self) -> str:
        return "Taken back" if self.batch.asked == Import.UNDO else "Recorded"

    @property
    def is_late(self) -> bool:
        return self.batch.asked_at is not None and self.at - self.batch.asked_at > LATE


def headings_of(file: ImportFile) -> dict[str, list[str]]:
    """The headings of each table of a file that is still held, by its name; none once it is let go."""
    with acting_as_system():
        held = HeldFile.objects.filter(file=file).first()
    if held is None:
        return {}
    tables = read_tables(open_source(bytes(held.content), file.name))
    return {table.name: list(table.columns) for table in tables}


@dataclass(frozen=True)
class ShownFile:
    """A file of an import, with where the columns of each of its tables may be corrected."""

    file: ImportFile
    columns: list[TextLink]


def shown_files(batch: Import, chosen: AnyFormat) -> list[ShownFile]:
    is_correctable = chosen.layout and not (batch.recorded_at or batch.discarded_at or batch.asked)
    return [
        ShownFile(file, _links_to_columns(file) if is_correctable else [])
        for file in batch.files.order_by("pk")
    ]


def _links_to_columns(file: ImportFile) -> list[TextLink]:
    tables = numbered(file)
    address = reverse("exchange:columns", args=[file.batch_id, file.pk])
    text, is_one = "Look over which column is which", len(tables) == 1
    return [
        TextLink(
            text if is_one else f"{text} in the sheet ‘{table}’",
            f"{address}?sheet={number}",
            file.name,
        )
        for number, table in tables.items()
    ]


DECIDED = {
    ImportRow.SKIP: "left out",
    ImportRow.NEW_CHILD: "a new child",
    ImportRow.THIS_CHILD: "this child",
    ImportRow.SAME_EPISODE: "the same absence, one more report of it",
    ImportRow.TAKE: "what is new in it is taken",
}


@dataclass(frozen=True)
class ShownRow:
    """A row as a viewer may read it: its child, or whom it names, and its message where they may see all it is about."""

    row: ImportRow
    chosen: AnyFormat
    visible: set[int]

    @property
    def named(self) -> str:
        return self.chosen.name_of(self.row)

    @property
    def child(self) -> Child | None:
        return self.row.child if self.row.child_id in self.visible else None

    @property
    def decided(self) -> str:
        return DECIDED.get(self.row.decided, "")

    @property
    def tells(self) -> bool:
        return children_of(self.row) <= self.visible


def children_of(row: ImportRow) -> set[int]:
    """The children a row's message may name: whom it is about, or who it may be."""
    return {*row.candidates, *([row.child_id] if row.child_id else [])}


def written_by(batch: Import) -> list[SummaryRow]:
    """What the import wrote on the record, as far as its reader may see it: how often what, the most frequent first."""
    counted = Event.objects.filter(import_id=batch.pk).order_by().values_list("what").annotate(Count("pk"))
    counts = sorted(counted, key=lambda pair: (-pair[1], pair[0]))
    own = {kind.name for kind in EVENTS}
    return [SummaryRow(title_of(what), count) for what, count in counts if what not in own]
