"""What the recording functions of feedback are given: by a form, or by a program."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypedDict


class RoundFacts(TypedDict):
    questionnaire: str
    opens_on: date
    closes_on: date
    why: str


class SaidFacts(TypedDict):
    """What somebody said: the answers they gave, by question, and their own words."""

    answers: Mapping[str, str]
    words: str


class DoneFacts(TypedDict):
    question: str
    words: str
