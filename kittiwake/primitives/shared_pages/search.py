"""How a child is found by what an area knows of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kittiwake.access.viewer import Viewer

CERTAIN = 2.0  # a number is above every likeness of names


@dataclass(frozen=True)
class Match:
    child_id: int
    likeness: float
    why: str


@dataclass(frozen=True)
class FindsBy:
    """`find` is given what somebody typed. It never changes anything."""

    find: Callable[[Viewer, str], Iterable[Match]]
