"""What a format says of one row: the verdict, in a sentence a person can act on, and what the row means."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from kittiwake.time.moments import Moment


@dataclass(frozen=True)
class Proposal:
    """`verdict` is one of ImportRow's; `facts` is JSON; `child_id` and `entry_id` are on the record already."""

    line: int
    verdict: str
    message: str
    facts: dict[str, Any]
    child_id: int | None = None
    entry_id: int | None = None
    candidates: list[int] = field(default_factory=list)
    # What to look at in a row, whatever becomes of it; the message says it too.
    doubts: list[str] = field(default_factory=list)
    said: str = ""  # names what the row says (remembering.fingerprint)

    def now(self, verdict: str, message: str) -> Proposal:
        return replace(self, verdict=verdict, message=message)

    def saying(self, said: str) -> Proposal:
        return replace(self, said=said)

    def with_doubts(self, doubted: list[str]) -> Proposal:
        if not doubted:
            return self
        return replace(self, message=joined([self.message, *doubted]), doubts=[*self.doubts, *doubted])


def joined(sentences: list[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def read_moment(kept: list[Any] | None) -> Moment | None:
    """From [ISO 8601, time known]."""
    return Moment(datetime.fromisoformat(kept[0]), kept[1]) if kept else None


def read_instant(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept else None


def read_date(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
