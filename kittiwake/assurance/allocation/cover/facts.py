"""What is said of a time away, and of who covers."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.record.models import Worker


class AwayFacts(TypedDict):
    """`ends_on` is the day they are back: none where nobody knows yet."""

    starts_on: date
    ends_on: date | None
    covered_by: Worker | None
    words: str


class CoverFacts(TypedDict):
    covered_by: Worker


class BackFacts(TypedDict):
    ends_on: date
