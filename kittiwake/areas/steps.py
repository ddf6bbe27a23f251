"""What has to be there before people can work here, as each area says it. The page “Setting up” shows what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Step:
    """`key` never changes. `place` is where it stands in the order of doing. `hint` says how it is done; `page` is where, unless it
    is not done on a page.

    `missing` says in words what is still missing on a day, and nothing when the step is done.
    """

    key: str
    place: int
    title: str
    hint: str
    missing: Callable[[date], str]
    page: str = ""
