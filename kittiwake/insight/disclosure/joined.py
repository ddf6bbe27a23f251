"""Which things hang together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise


def joined(things: Iterable[str], groups: Iterable[Iterable[str]]) -> list[set[str]]:
    """The things in as many sets as there are without one group being in two of them, in the order they came."""
    root = {thing: thing for thing in things}

    def find(thing: str) -> str:
        while root[thing] != thing:
            root[thing] = root[root[thing]]
            thing = root[thing]
        return thing

    for group in groups:
        for one, other in pairwise(sorted(group)):
            root[find(other)] = find(one)
    sets: dict[str, set[str]] = {}
    for thing in root:
        sets.setdefault(find(thing), set()).add(thing)
    return list(sets.values())
