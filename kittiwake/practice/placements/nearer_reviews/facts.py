"""What is said where moving a child nearer home was looked at."""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class NearerReviewFacts(TypedDict):
    held_on: date
    child_words: str
    decision: str  # rules.DECISIONS
    why: str
    next_steps: str
