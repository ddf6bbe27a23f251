"""What is said of a session: the same for form, import and recording."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict

from kittiwake.record.models import Worker
from kittiwake.time.moments import Moment


class PlanFacts(TypedDict, total=False):
    """Session's own columns, of one that is to come."""

    kind: str
    purpose: str
    place: str
    worker: Worker | None


class PlanAnswers(PlanFacts):
    planned_at: datetime
    worker_name: str


class Account(TypedDict, total=False):
    """Session's own columns, of what was done and what came of it."""

    worker: Worker | None
    place: str
    seen: bool | None
    alone: bool | None
    who_else: str
    adapted: str
    methods: Sequence[str]
    tried: str
    change: str
    changed: str
    next_steps: str


class HeldFacts(Account):
    """The row, but for its child and when it was."""

    worker_name: str
    kind: str
    time_known: bool


class HeldAnswers(Account):
    """What the form of a session that was held gives."""

    held: Moment
    worker_name: str
    kind: str
    own_words: str
    topic: str
    may_hear: str
