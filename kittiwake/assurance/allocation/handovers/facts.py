"""What is said of a handover, and of how the child met the new worker."""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class NoteFacts(TypedDict):
    """`version` is that of the note that was on the screen."""

    matters: str
    promised: str
    watch_for: str
    version: int


class IntroductionFacts(TypedDict):
    introduced_on: date
    introduced_by: str
    introduced_how: str
    told_on: date
    told_how: str
    child_words: str


class SignatureFacts(TypedDict):
    for_why: str
