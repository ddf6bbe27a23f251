"""What somebody finds who reads an interview."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict


class CheckFacts(TypedDict):
    scores: Mapping[str, int]  # by the keys of rules.RUBRIC
    decision: str  # oversight's Turn
    words: str
