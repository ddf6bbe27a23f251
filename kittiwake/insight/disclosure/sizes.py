"""How small is small. Source, read in November 2026: statistical disclosure control as councils publish: counts of 1 to 5
are not shown ("c"), nor a share of fewer than 10, nor what would give one of them away. The numbers are local."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """From how many on a number, and a share of so many, may be shown. The numbers are the council's."""

    counted: int = 6
    shared: int = 10

    @property
    def most_hidden(self) -> int:
        return self.counted - 1

    def is_small(self, number: int | None) -> bool:
        return number is not None and 0 < number < self.counted

    def must_be_possible(self, number: int) -> tuple[int, int]:
        """The least and the most that a hidden number must still be able to be, for whoever knows all that is shown.

        A small one: 1 and 5, so that "c" tells no more than "c". The parts of a share of too few: as far up or down.
        """
        return min(number, 1), max(number, self.most_hidden)
