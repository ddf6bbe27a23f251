"""The months of a chart, with what each shows: a month that is hidden, or has nothing in it, is never nought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kittiwake.insight.charts.rules import Point
from kittiwake.insight.rules import Figure
from kittiwake.primitives.measures.definition import Measure
from kittiwake.time.moments import MONTHS

COUNTS = ("count", "children")


@dataclass(frozen=True)
class Month:
    """`name` as figures are grouped: 2026-03."""

    name: str
    figure: Figure
    is_over: bool = True

    @property
    def words(self) -> str:
        """March 2026"""
        return month_in_words(self.name)

    @property
    def short(self) -> str:
        """Mar 2026"""
        year, number = self.name.split("-")
        return f"{MONTHS[int(number) - 1][:3]} {year}"

    @property
    def point(self) -> Point:
        return Point(self.name, self.figure.value, self.figure.denominator, self.is_over)


def month_in_words(name: str) -> str:
    year, number = name.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def months_of(
    measure: Measure, figures: Sequence[Figure], first: str = "", last: str = "", unfinished: str = ""
) -> list[Month]:
    """From the first to the last, those without a figure too. Where cases are counted, no case in a month is a count of
    nought, from the first month on that has any: before that nobody may have recorded them yet."""
    by_name = {figure.group: figure for figure in figures if figure.group}
    names = sorted(by_name)
    if not names:
        return []
    counted = {name: NOUGHT for name in between(names[0], last or names[-1]) if measure.how in COUNTS}
    return [
        Month(
            name, by_name.get(name) or counted.get(name) or Figure(name, None, None, None), name != unfinished
        )
        for name in between(first or names[0], last or names[-1])
    ]


NOUGHT = Figure(None, 0, None, 0.0)


def between(first: str, last: str) -> list[str]:
    """Every month from the one to the other: 2025-12, 2026-01."""
    numbers = range(_number(first), _number(last) + 1)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def _number(name: str) -> int:
    year, month = name.split("-")
    return int(year) * 12 + int(month) - 1
