"""What areas above do because of an interview. Each declares by which kinds of entry, and how it is known to be finished."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from kittiwake.areas.area import declared

PLAN = "plan changed"
REPLY = "child told"


@dataclass(frozen=True)
class FollowUp:
    """`key` is PLAN or REPLY. `finished_at` gives, by the keys of such entries, when each was finished or that it is not;
    without it, whatever stands is finished.
    """

    key: str
    kinds: frozenset[str]
    finished_at: Callable[[Collection[int]], Mapping[int, datetime | None]] | None = None


@cache
def follow_up(key: str) -> FollowUp:
    """As the area that does it declares; of no kind where there is no such area."""
    return next(
        (follow_up for follow_up in declared(FollowUp) if follow_up.key == key), FollowUp(key, frozenset())
    )
