"""A figure in the words people say it in."""

from __future__ import annotations

from typing import Protocol

from kittiwake.insight.rules import HIDDEN, Figure
from kittiwake.primitives.measures.definition import Measure

DIRECTIONS = {
    "up": "Higher is better",
    "down": "Lower is better",
    "context": "Neither higher nor lower is better",
}


class CountedCase(Protocol):
    @property
    def in_numerator(self) -> bool: ...

    @property
    def value(self) -> float | None: ...


def counted(measure: Measure, case: CountedCase) -> str:
    """Yes, No, 18.5 hours; of a ratio also whether it stands above the line or below."""
    if case.value is None:
        return "Yes" if case.in_numerator else "No"
    value = f"{case.value:,.1f}"
    if measure.how == "weighted":
        return f"{'Yes' if case.in_numerator else 'No'}, {value}"
    if measure.how == "ratio":
        return f"{'Counted' if case.in_numerator else 'Out of'}: {value}"
    return f"{value} {measure.unit}".strip()


def said(measure: Measure, figure: Figure) -> str:
    """63%, 18.5 hours, 12: as people say it."""
    if figure.is_hidden:
        return HIDDEN
    if figure.value is None:
        return "No cases"
    if measure.is_share:
        return f"{figure.value * 100:.0f}%"
    if measure.how in ("count", "children"):
        return f"{figure.value:,.0f}"
    return f"{figure.value:,.1f}{f' {measure.unit}' if measure.unit else ''}"


def rests_on(measure: Measure, figure: Figure) -> str:
    """12 of 19; of 19 cases; nothing for a plain count."""
    if figure.is_hidden:
        return HIDDEN
    if figure.denominator is None:
        return ""
    if figure.numerator is None:
        return f"{figure.denominator:,} cases"
    word = "for" if measure.how in ("per_child", "ratio") else "of"
    return f"{figure.numerator:,} {word} {figure.denominator:,}"


def was(measure: Measure, now: Figure, then: Figure) -> str:
    """What it was then, beside what it is now: 86%, 12 of 14."""
    if then == now and not then.is_hidden:
        return "The same"
    return (
        HIDDEN if then.is_hidden else ", ".join(filter(None, (said(measure, then), rests_on(measure, then))))
    )
