"""What a measure is given when it is asked: whatever follows from the period or from a limit, and so is no part of its text.

A measure is compiled once, with a call of given_day('x') and the like where such a value stands. Which function works a
value out is known by its name, so that a statement can be kept and the function found again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from kittiwake.time.moments import LONDON, add_months

if TYPE_CHECKING:
    import ibis

# Of the first and the last day asked about, and of what else was named where the value stands.
WorkedOut = Callable[..., Any]
Value = date | int | list[Any]  # a moment is a day as well
KINDS = {
    "day": "date",
    "days": "array<date>",
    "moment": "timestamp('UTC')",
    "number": "int64",
    "numbers": "array<int64>",
}
TYPES = {
    "day": "date",
    "days": "date[]",
    "moment": "timestamptz",
    "number": "bigint",
    "numbers": "bigint[]",
}
# By another engine's name of its dialect; PostgreSQL and DuckDB have the same.
TYPES_OF = {
    "pyspark": {
        "day": "DATE",
        "days": "ARRAY<DATE>",
        "moment": "TIMESTAMP",
        "number": "BIGINT",
        "numbers": "ARRAY<BIGINT>",
    }
}
PLACE = re.compile(r"GIVEN_(DAYS?|MOMENT|NUMBERS?)\('(\w+)'\)")


class Given(NamedTuple):
    """One value: its kind, and the function that works it out, as module:name, with what it is told besides."""

    kind: str
    function: str
    told: tuple[str | int, ...] = ()

    @classmethod
    def by(cls, kind: str, function: WorkedOut, told: tuple[str | int, ...]) -> Given:
        given = cls(kind, f"{function.__module__}:{function.__qualname__}", told)
        if given.worked_out is not function:
            raise ValueError(
                f"{given.function} must be a function of a module: it is found again by its name."
            )
        return given

    @property
    def worked_out(self) -> WorkedOut:
        module, _, name = self.function.partition(":")
        function: WorkedOut | None = getattr(import_module(module), name, None)
        if function is None:
            raise ValueError(
                f"{self.function} must be a function of a module: it is found again by its name."
            )
        return function

    def value(self, first: date, as_of: date) -> Value:
        value = self.worked_out(first, as_of, *self.told)
        return list(value) if isinstance(value, Sequence) else value


def place(name: str, kind: str) -> ibis.Value:
    """Where the value will stand."""
    return _call(kind)(name)


def place_in_text(name: str, kind: str) -> str:
    return f"GIVEN_{kind.upper()}('{name}')"


@cache
def _call(kind: str) -> Any:
    import ibis
    import ibis.expr.datatypes as dt

    def given(name_of_it: str) -> Any: ...

    given.__name__ = f"given_{kind}"
    return ibis.udf.scalar.builtin(given, signature=((dt.string,), dt.dtype(KINDS[kind])))


def for_the_driver(sql: str) -> str:
    """With the places of parameters as PostgreSQL's driver has them. What stands there as % is a remainder."""
    return PLACE.sub(lambda match: f"%({match[2]})s::{TYPES[match[1].lower()]}", sql.replace("%", "%%"))


def written_out(sql: str, values: Mapping[str, Value], dialect: str = "postgres") -> str:
    """With the values themselves, as an engine of that dialect reads them."""
    types = TYPES_OF.get(dialect, TYPES)
    array = "ARRAY({})" if dialect in TYPES_OF else "ARRAY[{}]"
    return PLACE.sub(lambda match: _literal(values[match[2]], types[match[1].lower()], array), sql)


def _literal(value: Value, kind: str, array: str) -> str:
    if isinstance(value, list):
        return f"CAST({array.format(', '.join(map(_plain, value)))} AS {kind})"
    return f"CAST({_plain(value)} AS {kind})"


def _plain(value: date | int) -> str:
    return f"'{value.isoformat()}'" if isinstance(value, date) else str(value)


def quoted(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"


def last_day(_first: date, as_of: date) -> date:
    return as_of


def first_day(first: date, _as_of: date) -> date:
    return first


def first_moment(first: date, _as_of: date, days_before: int = 0) -> datetime:
    """When the first day begins in London, or so many days before it."""
    return datetime.combine(first - timedelta(days=days_before), time.min, LONDON)


def last_moment(_first: date, as_of: date) -> datetime:
    """When the last day is over in London."""
    return datetime.combine(as_of + timedelta(days=1), time.min, LONDON)


def days_before(_first: date, as_of: date, days: int) -> date:
    return as_of - timedelta(days=days)


def months_before(_first: date, as_of: date, months: int) -> date:
    return add_months(as_of, -months)
