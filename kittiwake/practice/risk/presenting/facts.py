"""What is said of a risk."""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class RiskFacts(TypedDict):
    domain: str  # rules.DOMAINS
    certainty: str  # rules.CERTAINTIES
    level: str  # rules.LEVELS
    since_on: date | None  # none: the day it is recorded
    why: str


class MovementFacts(TypedDict):
    level: str
    words: str
