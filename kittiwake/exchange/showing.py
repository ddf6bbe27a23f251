"""What the page of an import shows while a worker is at it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cached_property

from kittiwake.exchange import progress, recording
from kittiwake.exchange.models import Import

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
        return sum(1 for _ in recording.to_record(self.batch))

    @property
    def verb(self) -> str:
        return "Taken back" if self.batch.asked == Import.UNDO else "Recorded"

    @property
    def is_late(self) -> bool:
        return self.batch.asked_at is not None and self.at - self.batch.asked_at > LATE
