"""Which things hang together."""

from __future__ import annotations

from collections.abc import Iterable


def joined(things: Iterable[str], groups: Iterable[Iterable[str]]) -> list[set[str]]:
    """The things in as many sets as there are without one group being in two of them, in the order they came."""
    root = {thing: thing for thing in things}

    def find(thing: str) -> str:
        while root[thing] != thing:
            root[thing] = root[root[thing]]
            thing = root[thing]
        return thing

    for group in groups:
        first, *rest = sorted(group) or [None]
        for other in rest:
            root[find(other)] = find(str(first))
    sets: dict[str, set[str]] = {}
    for thing in root:
        sets.setdefault(find(thing), set()).add(thing)
    return list(sets.values())
