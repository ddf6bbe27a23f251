"""Typed facts as JSON and back: one way for all that an import keeps of a row. What has its default is left out.

Dates and moments are ISO 8601, a `Moment` is [ISO 8601, time known], a decimal is text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints, is_typeddict

from kittiwake.time.moments import Moment

T = TypeVar("T")
Reader = Callable[[Any], Any]


def as_json(value: Any) -> Any:
    if isinstance(value, Moment):
        return [value.at.isoformat(), value.time_known]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        held = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: as_json(part) for field, part in held if _default(field) != part}
    if isinstance(value, Mapping):
        return {key: as_json(item) for key, item in value.items()}
    return [as_json(item) for item in value] if isinstance(value, list | tuple) else value


def from_json(kind: type[T], kept: Any) -> T:
    """KeyError where something is lacking that has no default; what the type does not know is passed over."""
    reader: Callable[[Any], T] = _reader(cast(Any, kind))
    return reader(kept)


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


PLAIN: dict[Any, Reader] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    Decimal: Decimal,
    Moment: lambda kept: Moment(datetime.fromisoformat(kept[0]), kept[1]),
}


@cache
def _reader(kind: Any) -> Reader:
    if kind in PLAIN:
        return PLAIN[kind]
    if get_origin(kind) in (Union, UnionType):
        return _one_of(tuple(option for option in get_args(kind) if option is not NoneType))
    if is_typeddict(kind):
        return _dictionary({name: _reader(hint) for name, hint in get_type_hints(kind).items()})
    if is_dataclass(kind):
        return _instance(kind)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) in (dict, Mapping):
        value = _reader(get_args(kind)[1])
        return lambda kept: {key: value(item) for key, item in kept.items()}
    is_enum = isinstance(kind, type) and issubclass(kind, Enum)
    return kind if is_enum else lambda kept: kept


def _one_of(options: tuple[Any, ...]) -> Reader:
    """One type or nothing; or one of several classes, told apart by their fields."""
    readers = [(_names(option), _reader(option)) for option in options]
    if len(readers) == 1:
        only = readers[0][1]
        return lambda kept: None if kept is None else only(kept)

    def read(kept: Any) -> Any:
        return next(reader for names, reader in readers if kept.keys() <= names)(kept)

    return read


def _names(kind: Any) -> set[str]:
    return set(get_type_hints(kind)) if is_dataclass(kind) or is_typeddict(kind) else set()


def _dictionary(readers: dict[str, Reader]) -> Reader:
    return lambda kept: {name: readers[name](value) for name, value in kept.items() if name in readers}


def _instance(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers = [
        (field.name, _reader(hints[field.name]), _default(field) is MISSING)
        for field in fields(kind)
        if field.init
    ]

    def read(kept: dict[str, Any]) -> Any:
        known = {name: reader(kept[name]) for name, reader, needed in readers if needed or name in kept}
        return kind(**known)

    return read


def _tuple(kinds: tuple[Any, ...]) -> Reader:
    if kinds[-1] is Ellipsis:
        each = _reader(kinds[0])
        return lambda kept: tuple(each(item) for item in kept)
    readers = [_reader(kind) for kind in kinds]
    return lambda kept: tuple(reader(item) for reader, item in zip(readers, kept, strict=True))
