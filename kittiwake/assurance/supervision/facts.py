"""What is kept of a supervision, beside who held it and when."""

from __future__ import annotations

from datetime import date
from typing import NotRequired, TypedDict

from kittiwake.assurance.allocation.models import Away
from kittiwake.record.models import Team, Worker


class Dates(TypedDict):
    """By when it was due, and the next is."""

    due_on: NotRequired[date]
    next_due_on: NotRequired[date]


class Meeting(Dates):
    """One worker, or a team."""

    kind: str
    minutes: int
    uninterrupted: bool
    worker: NotRequired[Worker]
    team: NotRequired[Team]
    covering: NotRequired[Away | None]
