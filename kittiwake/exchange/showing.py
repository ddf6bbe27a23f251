"""What the pages of an import show: its headings, and how far a worker is."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cached_property

from kittiwake.access.identity import acting_as_system
from kittiwake.exchange import recording
from kittiwake.exchange.background import progress
from kittiwake.exchange.models import HeldFile, Import, ImportFile
from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.source import open_source

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


def headings_of(file: ImportFile) -> list[str]:
    """The headings of a file that is still held; none once it is let go."""
    with acting_as_system():
        held = HeldFile.objects.filter(file=file).first()
    if held is None:
        return []
    return [
        heading
        for table in read_tables(open_source(bytes(held.content), file.name))
        for heading in table.columns
    ]
