"""A reading of a supervision against the rubric: what the form gives and recording takes."""

from __future__ import annotations

from typing import TypedDict


class Marks(TypedDict):
    """What is read: the keys of rules.READ, each from 0 to 4."""

    reflection: int
    experience: int
    direction: int
    follow_through: int


class KnownMarks(TypedDict):
    """What is not read but known: what the worker said when signing, and the dates."""

    wellbeing: int | None
    development: int | None
    timeliness: int


class ReadingFacts(TypedDict):
    marks: Marks
    words: str
