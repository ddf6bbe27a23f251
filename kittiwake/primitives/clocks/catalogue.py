"""Every standard that the installed areas declare."""

from __future__ import annotations

from functools import cache

from kittiwake.areas.area import declared
from kittiwake.primitives.clocks.standards import Standard


@cache
def standards() -> dict[str, Standard]:
    """By key, in the order of the areas. As declared: `limits.in_force` says what applies."""
    return {standard.key: standard for standard in declared(Standard)}
