"""One thing in the picture of a child's last twelve months. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

DAYS = 365  # of the picture


@dataclass(frozen=True)
class Mark:
    """From a day to a day in one row of the picture; a span without an end goes on. A moment is a day."""

    lane: str
    starts_on: date
    ends_on: date | None
    text: str
    href: str = ""
    height: int = 0  # of a level, the lowest 0
    is_span: bool = False

    def touches(self, since: date, until: date) -> bool:
        return self.starts_on <= until and (self.ends_on or until) >= since
