"""What an area says on the page of a practice standard: which of its own things read that limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kittiwake.ui.components import TextLink


@dataclass(frozen=True)
class StandardReaders:
    """`find` is given the standard's key. A link without an address is plain text."""

    place: int
    title: str
    find: Callable[[str], list[TextLink]]
