"""What is recorded together is recorded whole, or not at all, however many recording functions that takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

_INSIDE: ContextVar[bool] = ContextVar("inside", default=False)


@contextmanager
def whole() -> Iterator[None]:
    """One transaction: `@whole()` on a recording function.

    A recording function that another calls is a part of the other's whole: what it refuses is refused for both. So the
    outermost alone has a savepoint. To catch inside what a part refuses, and go on, is a fault that the next statement says.
    """
    with transaction.atomic(savepoint=not _INSIDE.get()), _inside():
        yield


@contextmanager
def by_itself() -> Iterator[None]:
    """One of many, such as a row of a list: it may be refused, and the others stand."""
    with transaction.atomic(), _inside():
        yield


def is_part() -> bool:
    """Whether what is recorded now is a part of a whole: whatever is refused, all of it is undone."""
    return _INSIDE.get()


@contextmanager
def _inside() -> Iterator[None]:
    before = _INSIDE.set(True)
    try:
        yield
    finally:
        _INSIDE.reset(before)
