"""What is known of an absence."""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class AbsenceFacts(TypedDict):
    kind: str
    starts_on: date
    ends_on: date | None  # the first day back


class BackFacts(TypedDict):
    ends_on: date
