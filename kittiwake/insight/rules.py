"""Figures, and what must not be shown of small ones. Facts in, answers out.

Source, read in November 2026: statistical disclosure control as councils publish: counts of 1 to 5
are not shown ("c"), nor a share of fewer than 10, nor what would give one of them away. 0 is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from kittiwake.insight.disclosure import Breakdown, Table
from kittiwake.insight.disclosure import protect as protect_together
from kittiwake.insight.disclosure.figure import HIDDEN, Figure
from kittiwake.insight.disclosure.sizes import Sizes

__all__ = ["HIDDEN", "Figure", "Sizes", "protect"]


def protect(figures: Sequence[Figure], sizes: Sizes) -> list[Figure]:
    """The figures of one breakdown (or one whole alone) as they may be published. Hidden ones carry no numbers.

    Of several, what they come to is taken to be published too, where it may be. What is published beside them, of the same
    cases, has to be protected with them: insight.disclosure.protect.
    """
    how = _how(figures)
    tables = [Table("", how, (Breakdown("parts", tuple(figures)),))]
    if len(figures) > 1:
        whole = Breakdown("none", (_whole(figures),))
        is_hidden = protect_together([Table("", how, (whole,))], sizes)["", "none"][0].is_hidden
        tables = tables if is_hidden else [Table("", how, (whole,), is_out=True), *tables]
    return protect_together(tables, sizes)["", "parts"]


def _how(figures: Sequence[Figure]) -> str:
    """Whether what is above the line is a part of what is below it, as it is not of an average."""
    is_average = any(
        figure.denominator is not None and (figure.numerator or 0) > figure.denominator for figure in figures
    )
    return "per_child" if is_average else "share"


def _whole(figures: Sequence[Figure]) -> Figure:
    """What they come to."""
    above = [figure.numerator for figure in figures if figure.numerator is not None]
    below = [figure.denominator for figure in figures if figure.denominator is not None]
    return Figure(None, sum(above) if above else None, sum(below) if below else None, None)
