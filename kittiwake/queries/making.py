"""While the text of a statement is made that will be kept, nothing is asked: what it said would stand in the text."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import Context, ContextVar
from typing import Any, TypeVar

from django.db import connection

Made = TypeVar("Made")
_MAKING: ContextVar[bool] = ContextVar("making", default=False)


class NotKept(Exception):
    """The text of what a function asks does not follow from what it is given, or not from that alone."""


def made_apart(make: Callable[[], Made]) -> Made:
    """What `make` gives where nobody is asking: in a context of its own, without the database."""

    def apart() -> Made:
        _MAKING.set(True)
        with connection.execute_wrapper(_refuse):
            return make()

    return Context().run(apart)


def not_while_making(what: str) -> None:
    """For whatever answers with more than code: the database, and what was read of it before."""
    if _MAKING.get():
        raise NotKept(f"Its text would follow from what this answers: {what}")


def _refuse(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    not_while_making(sql)
