"""What speaks against a change for the better: facts of one kind, such as being missing again. Declared by the areas."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


class Fact(NamedTuple):
    """One thing that happened, by the entry that tells of it. `recorded_at` is when it could be known."""

    kind: str  # the key of its Adverse
    entry_id: int
    at: datetime
    recorded_at: datetime
    words: str  # as a sentence goes on: "reported missing"


Find = Callable[[int, datetime, datetime], Iterable[Fact]]


@dataclass(frozen=True)
class Adverse:
    """`find` is given a child, and yields what of this kind stands on their record from a moment to a moment."""

    key: str
    title: str  # what a change may be about: "Going missing"
    hint: str
    find: Find
