"""Parts of one page, asked together: whatever all of them wait for goes to the database as one statement.

A part is a function that asks as it would alone. It runs until it needs rows, and rests; when every part rests or is done,
what they asked for is fetched with one statement, and each goes on with its own rows. How many statements a page takes is how
often one part asks after another answer, and not how many parts there are.

    risks, plans = together(lambda: risks_of(page), lambda: plans_of(page))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextvars import copy_context
from functools import partial
from typing import Any, NamedTuple, TypeVar, overload

from django.db import connection
from greenlet import getcurrent, greenlet

from kittiwake.queries.making import not_while_making

T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")
Rows = list[tuple[Any, ...]]


class Statement(NamedTuple):
    sql: str
    params: tuple[Any, ...]


class NotTogether(Exception):
    """A part did what it may only do alone."""


class _Part(greenlet):  # type: ignore[misc]  # it has no types
    """A part that runs, or rests until its rows are there."""

    def __init__(self, find: Callable[[], Any]) -> None:
        super().__init__(find)
        self.gr_context = copy_context()  # the person, the language: as where the parts were asked


def is_part() -> bool:
    """Whether whoever asks this is a part that is asked together with others."""
    return isinstance(getcurrent(), _Part)


def wait_for(statements: Sequence[Statement]) -> list[Rows]:
    """The rows of each: from a part, together with what the other parts wait for."""
    not_while_making(statements[0].sql if statements else "")
    asking = getcurrent()
    if isinstance(asking, _Part):
        assert asking.parent is not None
        return asking.parent.switch(statements)  # type: ignore[no-any-return]  # what `together` hands back
    return _fetched(statements)


@overload
def together(first: Callable[[], T], other: Callable[[], U], /) -> tuple[T, U]: ...


@overload
def together(first: Callable[[], T], other: Callable[[], U], third: Callable[[], V], /) -> tuple[T, U, V]: ...


@overload
def together(*finds: Callable[[], T]) -> tuple[T, ...]: ...


def together(*finds: Callable[[], Any]) -> tuple[Any, ...]:
    """What each of these gives, in their order. They only read."""
    parts = [_Part(find) for find in finds]
    try:
        given = [part.switch() for part in parts]
        while resting := [place for place, part in enumerate(parts) if not part.dead]:
            rows = iter(wait_for([statement for place in resting for statement in given[place]]))
            for place in resting:
                given[place] = parts[place].switch([next(rows) for _ in given[place]])
    finally:
        for part in parts:
            part.throw()  # those that rest still, where another failed
    return tuple(given)


def lists_together(*finds: Callable[[], Iterable[T]]) -> tuple[list[T], ...]:
    """The same of parts that give what they find one by one."""
    return together(*(partial(_listed, find) for find in finds))


def _listed(find: Callable[[], Iterable[T]]) -> list[T]:
    return list(find())


def _fetched(statements: Sequence[Statement]) -> list[Rows]:
    """What several parts ask is asked once."""
    different: list[Statement] = []
    for statement in statements:
        if statement not in different:
            different.append(statement)
    rows = connection.fetch_together(different)  # type: ignore[attr-defined]  # of kittiwake.queries.postgresql
    return [rows[different.index(statement)] for statement in statements]
