"""Whether the record can hold what a row says, by the limits of its own columns. Asked before a row is proposed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection, models


def column_of(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name)


def limit_of(model: type[models.Model], name: str) -> int:
    """How many characters a text column takes."""
    longest: int | None = column_of(model, name).max_length
    assert longest is not None, f"{model.__name__}.{name} has no limit"
    return longest


def unfit(model: type[models.Model], facts: Mapping[str, object], titles: dict[str, str]) -> str:
    """Why the first of the facts that does not fit its column does not, as a sentence; empty when all do.

    `titles`: what a reader calls each fact, by its name; those it does not name are not asked about.
    """
    return next(_unfit(model, facts, titles), "")


def _unfit(model: type[models.Model], facts: Mapping[str, object], titles: dict[str, str]) -> Iterator[str]:
    for name, title in titles.items():
        column, value = column_of(model, name), facts.get(name)
        if isinstance(value, str) and column.max_length and len(value) > column.max_length:
            yield too_long(title, len(value), column.max_length)
        elif isinstance(value, int | Decimal) and not _in_range(column, value):
            yield f"{title} is a number that the record cannot hold."
        elif isinstance(value, date) and not date(1900, 1, 1) <= value <= date(2100, 12, 31):
            yield f"{title} has a year that cannot be right."


def too_long(title: str, length: int, limit: int) -> str:
    return f"{title} has {length} characters, and the record takes {limit}."


def _in_range(column: Any, value: int | Decimal) -> bool:
    if isinstance(column, models.DecimalField):
        return bool(abs(value) < 10 ** (column.max_digits - column.decimal_places))
    low, high = connection.ops.integer_field_range(column.get_internal_type())
    return (low is None or value >= low) and (high is None or value <= high)
