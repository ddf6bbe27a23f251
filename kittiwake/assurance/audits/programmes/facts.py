"""How a sample is drawn: what the form gives and recording takes."""

from __future__ import annotations

from datetime import date
from typing import NotRequired, TypedDict


class DrawFacts(TypedDict):
    seed: str
    size: int
    not_since: date | None
    tracks: tuple[str, ...]
    again_why: NotRequired[str]
