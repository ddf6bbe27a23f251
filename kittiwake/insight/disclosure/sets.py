"""Which numbers are the same, or come to one another, because they are of the same cases: told by the cases themselves.

A measure's cases are counted with a mark of which they are (counting.SETS): the sum of a number drawn from each. Equal marks
are equal cases, and marks that add up are cases that do. So nobody keeps a list of which measures are linked: whatever a
reader could know to be linked is found in the figures, for it must be true of them. What is true of them by chance is taken
for linked as well, which hides more and never less.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

NOTHING = 0


class Sets(NamedTuple):
    """Marks: of all cases, of those in the numerator, of all children, and of those with a case in it."""

    cases: int
    counted: int
    children: int
    children_counted: int

    @classmethod
    def read(cls, words: str) -> Sets:
        return cls(*(int(word) for word in words.split()))


def sums(marks: Collection[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """(whole, parts): each mark that is the sum of two or of three others."""
    known = sorted(set(marks) - {NOTHING})
    pairs: dict[int, list[tuple[int, int]]] = {}
    for place, one in enumerate(known):
        for other in known[place + 1 :]:
            pairs.setdefault(one + other, []).append((one, other))
    for whole in known:
        for pair in pairs.get(whole, ()):
            yield whole, pair
        for third in known:
            for one, other in pairs.get(whole - third, ()):
                if third < one and whole not in (third, one, other):
                    yield whole, (third, one, other)
