"""What is said of a place or a group."""

from __future__ import annotations

from typing import TypedDict


class ContextFacts(TypedDict):
    kind: str  # rules.CONTEXTS
    name: str


class ContextJudgement(TypedDict):
    judged: str  # the key of a band
    why_different: str
