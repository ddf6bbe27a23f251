"""What a row of published statistics says: of one area and one year, a figure under each of its columns."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypedDict


@dataclass(frozen=True, kw_only=True)
class FigureFacts:
    """`value`, or the `mark` that was published in its place."""

    indicator: str
    value: Decimal | None = None
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class StatisticsFacts:
    area_kind: str
    area_code: str
    area_name: str
    period: str
    period_is: str
    figures: tuple[FigureFacts, ...]
    source: str  # the file


class Before(TypedDict, total=False):
    """Keys of the figures a row made, and of those that they stand in the place of."""

    made: tuple[int, ...]
    replaced: tuple[int, ...]


def called(facts: StatisticsFacts) -> str:
    return facts.area_name


def tells(facts: StatisticsFacts) -> str:
    return f"The row is about {facts.area_name}, {facts.period}."
