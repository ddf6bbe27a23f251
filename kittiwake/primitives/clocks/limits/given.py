"""Limits as a measure is given them when it is asked: what is in force then, by the standard's key.

Each is told the first and the last day asked about, as measures tell whatever works a value out for them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kittiwake.primitives.clocks import catalogue, limits
from kittiwake.primitives.clocks.standards import ALWAYS, Standard

if TYPE_CHECKING:
    import ibis


def count(_first: date, as_of: date, key: str) -> int:
    return limits.count(catalogue.standards()[key], as_of)


def in_time(_first: date, as_of: date, key: str) -> tuple[date, ...]:
    """The days of a trigger whose duty has not run out as the last day ends."""
    return limits.still_in_time(catalogue.standards()[key], as_of)


def days_off(first: date, as_of: date) -> list[date]:
    """The weekdays off that may fall in the period or soon after."""
    return limits.holidays(first, as_of)


def began_on(_first: date, _as_of: date, key: str) -> list[date]:
    """When each limit of a standard came in; the first has always been there."""
    return [ALWAYS, *(version.effective_from for version in _versions(key)[1:])]


def counts(_first: date, _as_of: date, key: str) -> list[int]:
    return [version.within.count for version in _versions(key)]


def _versions(key: str) -> Any:
    return limits.in_force(catalogue.standards()[key]).versions


def count_on(tables: Any, standard: Standard, on: ibis.Column) -> ibis.Value:
    """How many of the standard's unit applied on each row's day."""
    so_far = tables.days(began_on, standard.key).filter(lambda day: day <= on).length()
    value: ibis.Value = tables.numbers(counts, standard.key)[so_far - 1]
    return value
