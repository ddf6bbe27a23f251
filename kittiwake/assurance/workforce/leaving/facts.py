"""What somebody says when they leave."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.record.models import Worker


class ExitInterviewFacts(TypedDict):
    held_by: Worker
    held_on: date
    reasons: list[str]
    words: str
    would_have_kept: str
    may_share: bool
