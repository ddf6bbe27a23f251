"""What is known of a supported year, and of a step in it."""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class SupportedYearFacts(TypedDict):
    starts_on: date
    ends_on: date | None


class StepFacts(TypedDict):
    key: str
    held_on: date
