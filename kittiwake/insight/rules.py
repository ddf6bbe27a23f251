"""Figures, and what must not be shown of small ones. Facts in, answers out.

Source, read in November 2026: statistical disclosure control as councils publish: counts of 1 to 5
are not shown ("c"), nor a share of fewer than 10, nor one cell that the total would give away. 0 is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

HIDDEN = "c"


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


@dataclass(frozen=True)
class Figure:
    """One measure for one group. `group` is None for the whole; `value` is the figure itself: a count, a share from 0
    to 1, an average or a median. The denominator is None where there is none, the numerator for a median."""

    group: str | None
    numerator: int | None
    denominator: int | None
    value: float | None
    is_hidden: bool = False


def protect(figures: Sequence[Figure], sizes: Sizes) -> list[Figure]:
    """The figures of one breakdown (or one whole alone) as they may be published. Hidden ones carry no numbers.

    Where one cell alone is hidden, the smallest other that is not zero is hidden with it.
    """
    hidden = [_gives_away(figure, sizes) for figure in figures]
    if sum(hidden) == 1 and len(figures) > 1:
        others = [n for n, figure in enumerate(figures) if not hidden[n] and _size(figure)]
        if others:
            hidden[min(others, key=lambda n: _size(figures[n]))] = True
    return [_hide(figure) if hide else figure for figure, hide in zip(figures, hidden, strict=True)]


def beside(then: Figure, now: Figure, sizes: Sizes) -> Figure:
    """A figure as it was known, as it may be published beside what it is now: hidden where either is, and where the two
    differ by so few that the difference is a small number itself."""
    few = any(
        sizes.is_small(abs(one - other)) for one, other in zip(_counts(then), _counts(now), strict=True)
    )
    return _hide(then) if now.is_hidden or then.is_hidden or few else then


def _counts(figure: Figure) -> tuple[int, int, int]:
    """Above the line, below it, and the rest."""
    numerator, denominator = figure.numerator or 0, figure.denominator or 0
    return numerator, denominator, denominator - numerator


def _gives_away(figure: Figure, sizes: Sizes) -> bool:
    numerator, denominator = figure.numerator, figure.denominator
    if denominator is None:
        return sizes.is_small(numerator)
    if denominator == 0:
        return False
    if denominator < sizes.shared or sizes.is_small(numerator):
        return True
    # Of everybody but three is as telling as three. An average has no such rest.
    rest = None if numerator is None or numerator > denominator else denominator - numerator
    return sizes.is_small(rest)


def _size(figure: Figure) -> int:
    return figure.numerator if figure.numerator is not None else figure.denominator or 0


def _hide(figure: Figure) -> Figure:
    return replace(figure, numerator=None, denominator=None, value=None, is_hidden=True)
