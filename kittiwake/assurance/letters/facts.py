"""What is recorded of letters, whoever says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict


class LetterFacts(TypedDict):
    kind: str
    council: str
    visited_from: date | None
    visited_to: date | None
    published_on: date | None
    grades: dict[str, str]


@dataclass(frozen=True)
class SourceFile:
    """The file a letter was read from. `format`: a key of documents' formats."""

    name: str
    format: str
    content: bytes


@dataclass(frozen=True)
class Decision:
    """How somebody reads a statement. `seen_at`: when it had been confirmed last, as they saw it; None: it had not."""

    statement_id: int
    reading: str
    theme: str
    seen_at: datetime | None
