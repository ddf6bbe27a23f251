"""What one row of a list of staff says, as it was understood, and what would come of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict

NAME, EMAIL, ROLE, TEAM, MANAGES, LAST_DAY = "name", "email", "role", "team", "manages", "last_day"
TITLES = {
    NAME: "Name",
    EMAIL: "Email address",
    ROLE: "Role",
    TEAM: "Team",
    MANAGES: "Manages it",
    LAST_DAY: "Last day",
}
ADDED, CHANGED, LEFT, WRONG = "added", "changed", "left", "wrong"


class StaffRow(TypedDict):
    """Texts as they stand in the file, tidied; `last_day` as 2026-11-30. `problem` is what was wrong in reading it."""

    line: int
    name: str
    email: str
    role: str
    team: str
    manages: str
    last_day: str
    problem: str
    column: str  # of the problem


@dataclass
class Wrong(Exception):
    """Why a row cannot be recorded, and in which column."""

    why: str
    column: str = ""


@dataclass(frozen=True)
class Plan:
    """What a row would do, in words: one of four piles. `account`, `role` and the rest are what recording it needs."""

    line: int
    who: str
    pile: str
    words: list[str]
    column: str = ""
    email: str = ""
    name: str = ""
    role: str = ""
    team_id: int | None = None
    manages: bool = False
    last_day: date | None = None
    account_id: int | None = None
    does: frozenset[str] = field(default_factory=frozenset)  # which of the columns it changes
