"""What is said where there is no interview, or none yet."""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class NotHeldFacts(TypedDict):
    reason: str  # rules.NOT_HELD
    words: str
    until_on: date | None  # put off to that day
