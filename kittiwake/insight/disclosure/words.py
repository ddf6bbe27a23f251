"""What is said of figures that are not shown, and in sentences made from figures. Nothing here tells which of them are small."""

from __future__ import annotations

from collections.abc import Iterable

from kittiwake.insight.disclosure.figure import Figure
from kittiwake.insight.disclosure.sizes import Sizes
from kittiwake.ui.dates import counted

NOT_SHOWN = "a number that is not shown"
MOST, FEW = 0.75, 0.25


def meaning(sizes: Sizes) -> str:
    """Of “c”, in a sentence."""
    return (
        f"“c” stands for a number that is not shown: one from 1 to {sizes.most_hidden}, a share of fewer than "
        f"{sizes.shared}, the highest of anything, or one from which such a number could be worked out. 0 is shown as 0."
    )


def hidden_of(figures: Iterable[Figure]) -> str:
    """How many are not shown, and why; empty where all are."""
    every = list(figures)
    hidden = sum(figure.is_hidden for figure in every)
    if not hidden:
        return ""
    return (
        f"{hidden:,} of {counted(len(every), 'figure')} on this page {'is' if hidden == 1 else 'are'} not shown: because they are "
        "of few people, or because somebody could work out one that is from them and a total or another page."
    )


def how_many(figure: Figure) -> str:
    """For a sentence: 12 of 19; nobody; or that it is not shown, which is said of a small number and of any other alike."""
    if figure.is_hidden or figure.numerator is None:
        return NOT_SHOWN
    if figure.denominator is None:
        return f"{figure.numerator:,}"
    return f"{figure.numerator:,} of {figure.denominator:,}"


def about_how_many(figure: Figure) -> str:
    """Most, few, some, all, none: for a sentence that needs no number."""
    if figure.is_hidden or figure.numerator is None or not figure.denominator:
        return NOT_SHOWN
    share = figure.numerator / figure.denominator
    if share in (0.0, 1.0):
        return "all" if share else "none"
    if share >= MOST:
        return "most"
    return "few" if share <= FEW else "some"
