"""The same question has one text, whoever asks it and of whatever child: the database plans it once a connection.

Words stand in the text: they are the code's own, a kind or a state, and the planner is to see them. Numbers, days and
moments are sent beside it, equal ones once. See docs/decisions/0046.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import psycopg
from psycopg._preparing import Prepare, PrepareManager
from psycopg._queries import PostgresQuery, PostgresRawQuery
from psycopg.abc import PyFormat
from psycopg.adapt import Transformer
from psycopg.pq.abc import PGresult
from psycopg.types.numeric import Int4Dumper, Int8Dumper

# Of one connection, those asked last: the plan of a large page takes a megabyte or two.
MOST_PLANS = 40
ASKED_BEFORE = 1  # so often, until a plan is kept
PLACES = re.compile(r"IN \(%s(?:, %s)+\)|= ANY \(%s\)|%s|%%")
PLACE, LIST = "%s", "= ANY (%s)"
FEW, FEWER = 8, 4


class Plans(PrepareManager):
    """The library drops them all where something is rolled back, since tables made there are gone. Ours makes none, and
    each page that is refused is rolled back. What changes tables makes PostgreSQL plan anew by itself."""

    def _should_discard(self, prep: Prepare, results: Sequence[PGresult], *options: Any) -> bool:
        changing = [result for result in results if result.command_status != b"ROLLBACK"]
        return super()._should_discard(prep, changing, *options)

    def maybe_add_to_cache(self, query: PostgresQuery, prep: Prepare, name: bytes) -> Any:
        """Of questions alone: any other text has its values in it, hardly comes again, and may be a whole file."""
        is_question = isinstance(query, PostgresRawQuery)
        return super().maybe_add_to_cache(query, prep, name) if is_question else None


def keep_plans(connection: psycopg.Connection[Any]) -> None:
    connection._prepared = Plans()
    connection.prepare_threshold, connection.prepared_max = ASKED_BEFORE, MOST_PLANS


class QuestionCursor(psycopg.RawCursor[Any]):
    """Takes a question as Django writes it, and sends what differs from one time to the next beside the text."""

    def __init__(self, *connection: Any, **options: Any) -> None:
        super().__init__(*connection, **options)
        self.adapters.register_dumper(int, Number)

    def execute(self, query: Any, params: Any = None, **options: Any) -> QuestionCursor:
        if params is None:
            return super().execute(query, binary=True)
        beside = Beside(Transformer(self).as_literal)
        return super().execute(_filled(query, beside.marks(query, params)), beside.values, binary=True)

    def _send_query_prepared(self, name: bytes, pgq: PostgresQuery, **options: Any) -> None:
        """Django logs what a cursor was asked last; of a plan that was kept the library does not say."""
        self._query = pgq
        super()._send_query_prepared(name, pgq, **options)


class Number(Int4Dumper):
    """Of the type that the same number has in the text, whatever its size below that: a type more is a plan more."""

    def get_key(self, obj: int, format: PyFormat) -> Any:  # noqa: A002  # the library's name
        return self.cls if -(2**31) <= obj < 2**31 else (self.cls, LargeNumber)

    def upgrade(self, obj: int, format: PyFormat) -> Int4Dumper | Int8Dumper:  # noqa: A002
        return self if -(2**31) <= obj < 2**31 else LargeNumber(self.cls)


class LargeNumber(Int8Dumper):
    """A list of large numbers is not taken for one of small numbers, of which there was one before."""

    def get_key(self, obj: int, format: PyFormat) -> Any:  # noqa: A002
        return (self.cls, LargeNumber)


class Beside:
    """The values that go beside the text, in the order of their numbers."""

    def __init__(self, literal: Callable[[Any], bytes]) -> None:
        self.values: list[Any] = []
        self._literal, self._numbers = literal, dict[tuple[Any, ...], int]()

    def marks(self, sql: str, params: Sequence[Any]) -> tuple[str, ...]:
        """What takes each place of the text."""
        values = iter(params)
        return tuple(self._marks(values, place) for place in _places(sql))

    def _marks(self, values: Iterator[Any], place: str) -> str:
        if place == PLACE:
            return self._mark(next(values))
        if place == LIST:
            return self._list(next(values))
        many = place.count(PLACE)
        several = [next(values) for _ in range(many)]
        if not all(type(value) is int for value in several):
            return f"IN ({', '.join(map(self._mark, several))})"
        # Of an array the planner believes that it holds ten: of fewer it would rather know how many, and plan anew.
        return f"= ANY ({self._mark(several)})" if many > FEW else f"IN ({', '.join(self._few(several))})"

    def _list(self, keys: Any) -> str:
        """Of few keys, the last again and again until there are four or eight. Each has a place of its own, or the text
        would follow from which keys stand in another list as well.
        """
        if not (_goes_beside(keys) and len(keys) <= FEW):
            return f"= ANY ({self._mark(keys)})"
        most = FEWER if len(keys) <= FEWER else FEW
        filled = [*keys, *keys[-1:] * (most - len(keys))]
        marks = [self._numbered((tuple(keys), place), key) for place, key in enumerate(filled)]
        return f"IN ({', '.join(marks)})"

    def _few(self, keys: list[int]) -> list[str]:
        """The last again and again, until there are two, four or eight."""
        missing = 2 ** (len(keys) - 1).bit_length() - len(keys)
        return [self._mark(key) for key in keys] + [
            self._numbered((*keys, place), keys[-1]) for place in range(missing)
        ]

    def _mark(self, value: Any) -> str:
        if not _goes_beside(value):
            return self._literal(value).decode()
        # An expression that is grouped by stands twice in the text and has to be the same there.
        return self._numbered((type(value), tuple(value) if isinstance(value, list) else value), value)

    def _numbered(self, what: tuple[Any, ...], value: Any) -> str:
        if what not in self._numbers:
            self.values.append(value)
            self._numbers[what] = len(self.values)
        return f"${self._numbers[what]}"


def _goes_beside(value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and all(type(each) is int for each in value)
    return isinstance(value, int | date) and not isinstance(value, bool)


@lru_cache(200)
def _places(sql: str) -> tuple[str, ...]:
    """Where the text takes values: one, or several of a list."""
    return tuple(place for place in PLACES.findall(sql) if PLACE in place)


@lru_cache(200)
def _filled(sql: str, marks: tuple[str, ...]) -> str:
    next_mark = iter(marks)
    return PLACES.sub(lambda place: next(next_mark) if PLACE in place[0] else "%", sql)
