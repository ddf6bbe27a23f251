"""Every standard that the installed areas declare, wherever they declare it beside their rules or their links."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kittiwake.areas.area import modules
from kittiwake.primitives.clocks.standards import Standard

MODULES = ("rules", "settings", "broken_links")


@cache
def standards() -> dict[str, Standard]:
    """By key, in the order of the areas. As declared: `limits.in_force` says what applies."""
    found: dict[str, Standard] = {}
    for one in _declared():
        if found.setdefault(one.key, one) is not one:
            raise ValueError(f"Declared twice: {one.key}.")
    return found


def _declared() -> Iterator[Standard]:
    for name in MODULES:
        for module in modules(name):
            yield from (one for one in vars(module).values() if isinstance(one, Standard))
