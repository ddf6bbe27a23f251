"""How a broken link comes about, and every way that it is mended: one Planted for each link an area declares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kittiwake.primitives.measures.links import Broken
from tests.cast import NOW, Cast

DAY = timedelta(days=1)
LATER = NOW + 40 * DAY  # when the board is looked at, and the link mended
Way = Callable[[Cast, Broken], Any]


@dataclass(frozen=True)
class Planted:
    """`who` has it on their board and may mend it. `ways` are called at `at`, with what was found."""

    key: str
    plant: Callable[[Cast], Any]
    ways: dict[str, Way]
    at: datetime = LATER
    who: str = "manager"
    about: str = ""  # which of several lines of the link it is


def by(cast: Cast, at: datetime = LATER, who: str = "worker") -> dict[str, Any]:
    return {"by": cast.user(who), "at": at}
