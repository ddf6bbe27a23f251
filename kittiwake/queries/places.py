"""What a kept statement is given: which part of it changes its text, which only fills a place, and what stands there meanwhile.

Whatever a function is given is taken apart into its shape (None, true or false, a member of a list of choices, which class)
and its values (numbers, words, moments, days, and collections of numbers or words). Something made of several says itself
how: `given` tells its shape and what it is made of, `from_given` makes another like it, of other values.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from types import FunctionType, MethodType
from typing import Any, Self, TypeVar

from django.db.models import Model
from django.utils.timezone import localdate

from kittiwake.queries.making import NotKept

Values = list[Any]
M = TypeVar("M", bound=Model)
MOST = 20  # values; days of one month stand in for them


class SaysNothing(NotKept):
    """Nobody can tell what it holds: a function made where it is asked, say. It is asked as it is written."""


class MadeOf:
    """Something made of several, which says itself of what."""

    def given(self) -> tuple[Hashable, tuple[Any, ...]]:
        """(whatever else changes the text, what it is made of)"""
        raise NotImplementedError

    @classmethod
    def from_given(cls, shape: Any, *values: Any) -> Self:
        """One that knows nothing but this."""
        raise NotImplementedError


class OfCode(MadeOf):
    """Something that an area declares: all of it is code, and no value fills a place."""

    def given(self) -> tuple[Hashable, tuple[Any, ...]]:
        return self, ()

    @classmethod
    def from_given(cls, shape: Any, *values: Any) -> Self:
        return shape  # type: ignore[no-any-return]  # itself


def shape_of(given: Any, values: Values) -> Any:
    """What changes the text; what fills a place is put to `values`."""
    match given:
        case None | bool() | Enum() | type():
            return type(given), given
        case FunctionType() if given.__closure__ is None and "<" not in given.__qualname__:
            return given  # of a module: what it says is code
        case int() | str() | date():
            values.append(given)
            return type(given)
        case MadeOf():
            shape, made_of = given.given()
            return type(given), shape, tuple([shape_of(value, values) for value in made_of])
        case Model():
            values.append(given.pk)
            return given.__class__  # of one that is fetched when it is needed, too
        case MethodType():
            return given.__name__, shape_of(given.__self__, values)
        case list() | set() | frozenset():
            values.append(list(given))
            return type(given), frozenset(map(type, given))
        case tuple():
            return tuple([shape_of(value, values) for value in given])
        case dict():
            return tuple([(name, shape_of(value, values)) for name, value in given.items()])
    raise SaysNothing(f"A {type(given).__name__} says nothing of what it is made of.")


def like(given: Any, values: Values) -> Any:
    """The like of what is given, with these values in its places."""
    return _like(given, iter(values))


def _like(given: Any, values: Iterator[Any]) -> Any:
    match given:
        case None | bool() | Enum() | type() | FunctionType():
            return given
        case int() | str() | date():
            return next(values)
        case MadeOf():
            shape, made_of = given.given()
            return type(given).from_given(shape, *[_like(value, values) for value in made_of])
        case Model():
            return knowing_only(given.__class__, pk=next(values))
        case MethodType():
            return getattr(_like(given.__self__, values), given.__name__)
        case tuple():
            return tuple([_like(value, values) for value in given])
        case dict():
            return {name: _like(value, values) for name, value in given.items()}
    return type(given)(next(values))


def knowing_only(model: type[M], **fields: Any) -> M:
    """A row of which nothing but these fields is known: whoever reads another one asks the database."""
    names = {model._meta.pk.attname if name == "pk" else name: value for name, value in fields.items()}
    ordered = [field.attname for field in model._meta.concrete_fields if field.attname in names]
    return model.from_db("default", ordered, [names[name] for name in ordered])


def stand_ins(values: Values, other: bool = False) -> Values:
    """As many values of the same kinds, each different from all others and unlike anything real.

    With `other`, different ones again, none as far from the first as another is.
    """
    return [_stand_in(value, place, other) for place, value in enumerate(values)]


def _stand_in(value: Any, place: int, other: bool) -> Any:
    number = 10007 + 23 * place + other * (7001 + 3 * place)
    match value:
        case []:
            return []  # whether there is anything in it is of the shape
        case list():
            numbers = [number + 1 + more for more in range(3 if other else 2)]
            return [_word(each) for each in numbers] if isinstance(value[0], str) else numbers
        case int():
            return number
        case str():
            return _word(number)
        case datetime():
            return _moment(place, other)
        case date():
            return _moment(place, other).date()
    raise NotKept(f"A {type(value).__name__} cannot fill a place.")


def _word(number: int) -> str:
    """With everything that something might be done to: a pattern's signs, cases, accents."""
    return f"Giv%n_\\{number} É"


def _moment(place: int, other: bool) -> datetime:
    """A Saturday in March, and weekdays in September before which there was a leap day and after which there is none: what
    counts in months, in working days or to the end of a day is not the same way from both.
    """
    if not other:
        return datetime(2003, 3, 8, 9, 13, 7, 11, UTC)
    if place >= MOST:
        raise NotKept(f"More than {MOST} values.")
    return datetime(2008, 9, 1, 17, 41, 23, 77, UTC) + timedelta(days=place + place // 5 * 2)


@dataclass(frozen=True)
class Place:
    """Where a parameter comes from: a constant of the text, or of a value as it is, so much later, or the day it is on."""

    constant: Any = None
    index: int | None = None
    later: timedelta = timedelta(0)
    is_day: bool = False
    made: Callable[[Any], Any] | None = None  # as the driver is handed it

    def filled(self, values: Values) -> Any:
        if self.index is None:
            return self.constant
        value = values[self.index]
        if self.is_day:
            value = localdate(value)
        if self.later:
            value += self.later
        return self.made(value) if self.made else value


def place_of(first: Any, second: Any, values: Values, others: Values) -> Place:
    """Of a parameter that was `first` with these values, and `second` with the others."""
    if type(first) is not type(second):
        raise NotKept(f"What was {first!r} is {second!r} with other values.")
    if first == second and not isinstance(first, date):
        return Place(constant=first)
    made = type(first) if type(first) not in (int, str, list, tuple, date, datetime) else None
    for index, (value, other) in enumerate(zip(values, others, strict=True)):
        if _same(first, value) and _same(second, other):
            return Place(index=index, made=made)
        later = _later(first, value)
        if later is not None and later == _later(second, other):
            return Place(
                index=index, later=later, is_day=isinstance(value, datetime) > isinstance(first, datetime)
            )
    raise NotKept(f"{first!r} (and {second!r} with other values) follows from nothing that is given.")


def _same(param: Any, value: Any) -> bool:
    if isinstance(param, (list, tuple)) and isinstance(value, list):
        return bool(value) and sorted(param) == sorted(value)
    return type(value) in (int, str) and isinstance(param, type(value)) and param == value


def _later(param: Any, value: Any) -> timedelta | None:
    """How much later, in the same sort of time; a day is held against the day that a moment is on."""
    if not (isinstance(param, date) and isinstance(value, date)):
        return None
    if isinstance(param, datetime):
        return param - value if isinstance(value, datetime) else None
    return param - (localdate(value) if isinstance(value, datetime) else value)
