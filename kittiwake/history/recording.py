"""Writing history. Called by recording functions, last, inside their transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models

from kittiwake.history.kinds import EventKind
from kittiwake.history.models import Event
from kittiwake.history.refusal import ask_about_the_same

if TYPE_CHECKING:
    from kittiwake.accounts.models import User

_IMPORT: ContextVar[int | None] = ContextVar("import", default=None)
_WAITING: ContextVar[list[Event] | None] = ContextVar("waiting", default=None)
Changes = dict[str, tuple[Any, Any]]


def write(
    what: EventKind,
    subject: models.Model,
    *,
    by: User,
    at: datetime,
    child_id: int | None = None,
    changes: Changes | None = None,
    on_behalf_of: User | None = None,
) -> Event:
    """Keep that `what` ("area.past_participle") happened to `subject`.

    `changes` is {field: (was, now)}; values are stored as people read them. `child_id` decides who may read it.
    Where what was recorded looks the same as what stands there already, whoever filled in the form is asked first.
    """
    ask_about_the_same()
    event = Event(
        what=what.name,
        at=at,
        by_id=by.pk,
        on_behalf_of_id=on_behalf_of.pk if on_behalf_of else None,
        import_id=_IMPORT.get(),
        subject=subject._meta.label_lower,
        subject_id=subject.pk,
        child_id=child_id,
        changes={field: [_readable(was), _readable(now)] for field, (was, now) in (changes or {}).items()},
    )
    if (waiting := _WAITING.get()) is None:
        event.save(force_insert=True)
    else:
        waiting.append(event)
    return event


@contextmanager
def at_once() -> Iterator[None]:
    """Inside, what happened is written down at the end, in its order: for what Kittiwake does itself, which sees a child
    at the end as at the beginning. What is refused inside another of these has not happened.
    """
    waiting, outer = list[Event](), _WAITING.get()
    before = _WAITING.set(waiting)
    try:
        yield
    finally:
        _WAITING.reset(before)
    if outer is None:
        Event.objects.bulk_create(waiting)
    else:
        outer += waiting


@contextmanager
def by_import(import_id: int) -> Iterator[None]:
    """Inside, everything that is written says which import wrote it, whoever is named for it."""
    before = _IMPORT.set(import_id)
    try:
        yield
    finally:
        _IMPORT.reset(before)


def _readable(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | bool | list) else str(value)
