"""What forms give and recording takes of a concern, its actions and a judgement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NotRequired, TypedDict

from kittiwake.assurance.inspection.models import Evidence, Inspection
from kittiwake.assurance.letters.models import Statement
from kittiwake.record.models import Worker


class ConcernFacts(TypedDict):
    kind: str
    words: str
    owner: Worker
    point: str
    statement: NotRequired[Statement | None]


class ActionFacts(TypedDict):
    what: str
    difference: str
    owner: Worker
    due_on: date


class JudgementFacts(TypedDict):
    visit: Inspection | None
    progress: str
    words: str
    rests_on: Sequence[Evidence]


class GiveFacts(TypedDict):
    owner: Worker
    version: int


class CloseFacts(TypedDict):
    why: str
    version: int


class ReopenFacts(TypedDict):
    words: str
    version: int
