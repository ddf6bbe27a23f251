"""What is said of one child in supervision: what the form gives and recording takes."""

from __future__ import annotations

from datetime import date
from typing import NotRequired, TypedDict

from kittiwake.record.models import Worker


class PartWords(TypedDict):
    """ChildPart's own fields. Only the decision has to be answered."""

    changed: NotRequired[str]
    child_view: NotRequired[str]
    risk: NotRequired[str]
    last_direction: NotRequired[str]
    progress: NotRequired[str]
    effect: NotRequired[str]
    reflection: NotRequired[str]
    decision: str
    reasons: str
    next_on: date


class PartFacts(PartWords):
    """With what is to be done, by whom and by when."""

    direction: str
    owner: Worker
    due_on: date
