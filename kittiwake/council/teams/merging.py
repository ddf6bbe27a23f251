"""What goes along when a team becomes part of another, and what speaks against it: said by the areas that keep such things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from kittiwake.accounts.models import User
from kittiwake.record.models import Team


class Move(Protocol):
    """Gives what is open of `team` to `into`, and says how much that was. What is over stays with the team it was of."""

    def __call__(self, team: Team, into: Team, /, *, by: User, at: datetime) -> int: ...


@dataclass(frozen=True)
class GoesAlong:
    """`name` is the area's and what it is: "actions.open". `title` is what history calls it."""

    name: str
    title: str
    move: Move


@dataclass(frozen=True)
class AgainstMerging:
    """`why_not` says in a sentence why the team cannot become part of another that day; empty where it can."""

    name: str
    why_not: Callable[[Team, date], str]
