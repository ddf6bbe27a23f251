"""Decisions that wait for one person and are nobody's broken link: an area declares them; a front page says how many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kittiwake.areas.powers import Power

if TYPE_CHECKING:
    from kittiwake.access.viewer import Viewer


@dataclass(frozen=True)
class Waits:
    """One kind: who may decide it, how many wait for this person, where, and how it is told of one and of several."""

    power: Power
    count: Callable[[Viewer, datetime], int]
    page: str
    one: str
    many: str
