"""What a manager has before them: each area declares how its kind of work is shown on the page of oversight itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.areas.area import declared
from kittiwake.areas.powers import Power
from kittiwake.record.models import Entry


@dataclass(frozen=True)
class Overseen:
    """`facts` are what `template` shows of an entry of one of these kinds. `earlier` gives the keys of its earlier
    versions, the newest first. `decided_at` names the page where it is decided, where that asks more than yes or no.
    """

    kinds: tuple[str, ...]
    template: str
    facts: Callable[[Entry, Viewer, datetime], dict[str, Any]]
    earlier: Callable[[Entry], Iterable[int]]
    decided_at: tuple[str, Power] | None = None  # the name of the page, and what it asks


def is_decided_elsewhere(kind: str) -> bool:
    """On a page of its area's own, which asks more of a manager than yes or no."""
    shown = overseen().get(kind)
    return shown is not None and shown.decided_at is not None


@cache
def overseen() -> dict[str, Overseen]:
    """By the kind of entry."""
    return {kind: shown for shown in declared(Overseen) for kind in shown.kinds}
