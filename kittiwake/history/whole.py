"""What is recorded together is recorded whole, or not at all, however many recording functions that takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from django.db import transaction

Read = TypeVar("Read")
# What was read for the whole that is being recorded; None outside.
_READ: ContextVar[dict[str, object] | None] = ContextVar("read", default=None)


@contextmanager
def whole() -> Iterator[None]:
    """One transaction: `@whole()` on a recording function.

    A recording function that another calls is a part of the other's whole: what it refuses is refused for both. So the
    outermost alone has a savepoint. To catch inside what a part refuses, and go on, is a fault that the next statement says.
    """
    with transaction.atomic(savepoint=not is_part()), _inside():
        yield


@contextmanager
def by_itself() -> Iterator[None]:
    """One of many, such as a row of a list: it may be refused, and the others stand."""
    with transaction.atomic(), _inside():
        yield


def is_part() -> bool:
    """Whether what is recorded now is a part of a whole: whatever is refused, all of it is undone."""
    return _READ.get() is not None


def read_for_whole(name: str, read: Callable[[], Read]) -> Read:
    """What `read` gives, the same for all that is recorded together, and read anew for the next: it may have been changed
    in between, also in one transaction. Outside, read each time."""
    kept = _READ.get()
    if kept is None:
        return read()
    if name not in kept:
        kept[name] = read()
    return kept[name]  # type: ignore[return-value]  # what this name was read with


@contextmanager
def _inside() -> Iterator[None]:
    kept = _READ.get()
    before = _READ.set({} if kept is None else kept)
    try:
        yield
    finally:
        _READ.reset(before)
