"""What the page shows while figures are counted: how far it is, or why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from kittiwake.insight.models import Counting

LATE = timedelta(minutes=1)


@dataclass(frozen=True)
class Waiting:
    counting: Counting
    at: datetime

    @property
    def is_broken(self) -> bool:
        return self.counting.is_broken

    @property
    def has_begun(self) -> bool:
        return self.counting.done > 0

    @property
    def is_late(self) -> bool:
        return not self.has_begun and self.at > self.counting.asked_at + LATE
