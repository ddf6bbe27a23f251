"""What waits for somebody, as whoever collects it declares: the day's mail says how much, and nothing of what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kittiwake.access.identity import acting_as
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.area import declared


@dataclass(frozen=True)
class NeedsMe:
    """How many things somebody has to do or decide now."""

    count: Callable[[Viewer, datetime], int]


def how_much(user: User, at: datetime) -> int:
    """Asked as that person: of nothing that they may not see."""
    with acting_as(user):
        return sum(each.count(Viewer(user), at) for each in declared(NeedsMe))
