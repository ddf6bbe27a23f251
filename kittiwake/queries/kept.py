"""What a page asks again and again, made into SQL once: afterwards only its values are put in.

    @kept
    def standing(page: OnChild) -> QuerySet[Episode]:
        return page.viewer.see(Episode).standing().filter(child=page.child)

    standing(page)  # the rows

The function is one of what it is given alone, and what it is given is taken apart into shape and values (places.py). For each
shape the text is made once, of stand-ins: the function never sees the values of whoever asks while a text is made that
others will be asked with. It is made of two sets of them, and a parameter that differs is found again among the values, or
the text is not kept. Then it is held against what the function asks for whoever asks first, and again for the first who asks
with another value, of each value. Meanwhile there is no database, no context, no closure to know anybody from.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from copy import copy
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet, prefetch_related_objects
from django.db.models.sql.compiler import SQLCompiler

from kittiwake.queries.making import NotKept, made_apart
from kittiwake.queries.places import Place, SaysNothing, Values, like, place_of, shape_of, stand_ins

P = ParamSpec("P")
Row = TypeVar("Row")
Params = tuple[Any, ...]
Given = tuple[tuple[Any, ...], dict[str, Any]]
Find = Callable[..., QuerySet[Any, Any]]

# In tests: each asking is held against the query set made anew, and what cannot be kept is an error.
checks = False
TEXTS: list[Texts] = []  # of every kept question there is


def kept(find: Callable[P, QuerySet[Any, Row]]) -> Callable[P, list[Row]]:
    """The rows of what `find` asks, which is a query set and follows from what it is given alone."""
    if find.__closure__ is not None:
        raise NotKept(f"{find.__qualname__} knows more than it is given.")
    texts = Texts(find)
    TEXTS.append(texts)

    @wraps(find)
    def rows(*args: P.args, **kwargs: P.kwargs) -> list[Row]:
        values: list[Any] = []
        text = texts.of((args, kwargs), values)
        return text.rows(values) if text else list(find(*args, **kwargs))

    return rows


@dataclass(frozen=True)
class Texts:
    """Of one function, by shape. None where it is asked as it is written, because it could not be kept."""

    find: Find
    by_shape: dict[Hashable, Text | None] = field(default_factory=dict)

    def of(self, given: Given, values: Values) -> Text | None:
        """What is given is taken apart, and its values put to `values`."""
        try:
            shape = shape_of(given, values)
        except SaysNothing:
            return None
        try:
            text = self.by_shape.get(shape)
            if text is None and (checks or shape not in self.by_shape):
                self.by_shape[shape] = None
                text = self.by_shape[shape] = _made(self.find, given, values)
            elif text and (checks or text.unproven_in(values)):
                self.by_shape[shape] = None
                _hold(text, self.find, given, values)
                text.prove(values)
                self.by_shape[shape] = text
        except NotKept:
            if checks:
                raise
            return None
        return text


@dataclass(frozen=True)
class Text:
    """One statement, with where its parameters come from, and all that Django reads rows with."""

    sql: str  # empty where there is nothing to find
    places: tuple[Place, ...]
    queryset: Any  # of stand-ins
    compiler: SQLCompiler
    converters: dict[int, Any]  # what makes values of columns, by their place
    unproven: dict[int, int]  # values that nobody has asked otherwise than who was first, and what they were

    def unproven_in(self, values: Values) -> list[int]:
        """The values that are others for the first time: were one in the text after all, it would show now."""
        return [index for index, mark in list(self.unproven.items()) if _mark(values[index]) != mark]

    def prove(self, values: Values) -> None:
        for index in self.unproven_in(values):
            self.unproven.pop(index, None)

    def rows(self, values: Values) -> list[Any]:
        if not self.sql:
            return []
        rows = list(self.queryset._iterable_class(_Bound(self, self.params(values))))
        prefetched = self.queryset._prefetch_related_lookups
        if prefetched:
            prefetch_related_objects(rows, *prefetched)
        return rows

    def params(self, values: Values) -> Params:
        return tuple([place.filled(values) for place in self.places])


class _Bound:
    """What Django's iterables read of a query set, and of its query: all but the making of SQL is that of the stand-ins."""

    db = "default"

    def __init__(self, text: Text, params: Params) -> None:
        self._text, self._params = text, params
        self.query = self

    def __getattr__(self, name: str) -> Any:
        queryset = self._text.queryset
        return getattr(queryset if hasattr(queryset, name) else queryset.query, name)

    def get_compiler(self, using: str = "") -> SQLCompiler:
        compiler: Any = copy(self._text.compiler)
        # Itself, and not what looks it up each time: it is asked for every column.
        compiler.connection = connections[using or self.db]
        compiler.as_sql = lambda: (self._text.sql, self._params)
        compiler.get_converters = lambda expressions: self._text.converters
        return compiler  # type: ignore[no-any-return]  # its method is put in its place


def _made(find: Find, given: Given, values: Values) -> Text:
    """Of two sets of stand-ins, and held against what is asked now."""
    first, second = stand_ins(values), stand_ins(values, other=True)
    queryset, compiler, sql, params = made_apart(lambda: _compiled(find, like(given, first)))
    *_, sql_again, params_again = made_apart(lambda: _compiled(find, like(given, second)))
    if sql != sql_again:
        raise NotKept(f"{find.__qualname__}: its text follows from the values:\n{sql}\n{sql_again}")
    places = tuple([place_of(*both, first, second) for both in zip(params, params_again, strict=True)])
    columns = [column for column, *_ in compiler.select] if sql else []
    converters = compiler.get_converters(columns)
    text = Text(sql, places, queryset, compiler, converters, dict(enumerate(map(_mark, values))))
    _hold(text, find, given, values)
    return text


def _compiled(find: Find, given: Given) -> tuple[QuerySet[Any, Any], SQLCompiler, str, Params]:
    queryset: Any = find(*given[0], **given[1])
    apart = [*queryset._known_related_objects, *queryset._prefetch_related_lookups]
    if not all(isinstance(name, str) for name in apart):
        raise NotKept(f"{find.__qualname__}: rows would be put together with what it was given.")
    compiler = queryset.query.get_compiler(queryset.db)
    return queryset, compiler, *_sql(compiler)


def _sql(compiler: SQLCompiler) -> tuple[str, Params]:
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return "", ()
    return str(sql), tuple(params)


def _hold(text: Text, find: Find, given: Given, values: Values) -> None:
    """Against what would be asked without it."""
    queryset = find(*given[0], **given[1])
    sql, params = _sql(queryset.query.get_compiler(queryset.db))
    if (sql, _plain(params)) != (text.sql, _plain(text.params(values))):
        raise NotKept(f"{find.__qualname__}: {sql}\n{params}\nis not\n{text.sql}\n{text.params(values)}")


def _mark(value: Any) -> int:
    return hash(str(value))


def _plain(params: Params) -> list[Any]:
    """An array is the same in any order: they are sets."""
    return [sorted(param) if isinstance(param, list) else param for param in params]
