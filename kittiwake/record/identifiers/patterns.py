"""Numbers of which only part is known. `?` stands for one unknown character, `*` for any number of them."""

from __future__ import annotations

from enum import StrEnum


class Likeness(StrEnum):
    """How two numbers compare. POSSIBLE is a candidate for a person to look at, and never more."""

    SAME = "same"
    POSSIBLE = "possible"
    DIFFERENT = "different"


def is_partial(pattern: str) -> bool:
    return "?" in pattern or "*" in pattern


def known_characters(pattern: str) -> int:
    return sum(character not in "?*" for character in pattern)


def overlap(one: str, other: str) -> bool:
    """Whether some full number would fit both patterns."""
    reachable = _skip_stars(one, other, {(0, 0)})
    while reachable:
        if (len(one), len(other)) in reachable:
            return True
        stepped = {step for at, to in reachable for step in _step(one, other, at, to)}
        reachable = _skip_stars(one, other, stepped)
    return False


def compare(one: str, other: str) -> Likeness:
    if not (is_partial(one) or is_partial(other)):
        return Likeness.SAME if one == other else Likeness.DIFFERENT
    return Likeness.POSSIBLE if overlap(one, other) else Likeness.DIFFERENT


def _step(one: str, other: str, at: int, to: int) -> list[tuple[int, int]]:
    """Where both patterns can be after one more character of the full number."""
    if at == len(one) or to == len(other):
        return []
    left, right = one[at], other[to]
    if left == right == "*":
        return []  # a character that both stars swallow decides nothing
    if left == "*":
        return [(at, to + 1)]
    if right == "*":
        return [(at + 1, to)]
    return [(at + 1, to + 1)] if left == right or "?" in (left, right) else []


def _skip_stars(one: str, other: str, places: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The places with every star at hand also taken as standing for nothing more."""
    reached, fresh = set(places), list(places)
    while fresh:
        at, to = fresh.pop()
        for place in ((at + one[at : at + 1].count("*"), to), (at, to + other[to : to + 1].count("*"))):
            if place not in reached:
                reached.add(place)
                fresh.append(place)
    return reached
