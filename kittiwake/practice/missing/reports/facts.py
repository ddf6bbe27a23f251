"""What is said of a report, and of how the police grade the risk."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict


class MadeReport(TypedDict):
    """Somebody told us. `reference` is their own, such as the police's."""

    source: str  # rules.SOURCES
    reporter: str
    reference: str
    made_at: datetime


class GradeFacts(TypedDict):
    level: str  # rules.GRADES
    since_at: datetime
    source: str
