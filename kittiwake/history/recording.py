"""Writing history. Called by recording functions, last, inside their transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models

from kittiwake.history.kinds import EventKind, event_kinds
from kittiwake.history.models import Event
from kittiwake.history.refusal import ask_about_the_same
from kittiwake.outbox import recording as outbox
from kittiwake.outbox.models import Notice

if TYPE_CHECKING:
    from kittiwake.accounts.models import User

_IMPORT: ContextVar[int | None] = ContextVar("import", default=None)
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
        _have_told([event])
    else:
        waiting.events.append((event, subject))
    return event


def _have_told(events: list[Event]) -> None:
    """Whoever is told at once is told of what stands: in the same transaction, their worker will find it."""
    kinds = event_kinds()
    cannot_wait = [event for event in events if (kind := kinds.get(event.what)) and kind.tells]
    if cannot_wait:
        outbox.notice(
            Notice(
                event_id=event.pk,
                what=event.what,
                at=event.at,
                by_id=event.by_id,
                subject_id=event.subject_id,
                child_id=event.child_id,
            )
            for event in cannot_wait
        )


def add(*rows: models.Model, once: bool = False) -> None:
    """Rows that are seldom read before all is recorded: inside `at_once` they are written with the others of their kind,
    and whoever does read them writes them first (`write_waiting`). `once`: where one stands already, nothing changes.
    """
    waiting = _WAITING.get() or Waiting()
    for row in rows:
        waiting.rows.setdefault((type(row), once), []).append(row)
    if _WAITING.get() is None:
        waiting.write()


@dataclass
class Waiting:
    """What is written together at the end: rows by their kind, then what happened to them. `once` as in `add`."""

    rows: dict[tuple[type[models.Model], bool], list[models.Model]] = field(default_factory=dict)
    events: list[tuple[Event, models.Model]] = field(default_factory=list)

    def take(self, other: Waiting) -> None:
        for kind, rows in other.rows.items():
            self.rows.setdefault(kind, []).extend(rows)
        self.events += other.events

    def write(self) -> None:
        for (kind, once), rows in self.rows.items():
            kind._default_manager.bulk_create(rows, ignore_conflicts=once)
        for event, subject in self.events:
            event.subject_id = subject.pk
        _have_told(Event.objects.bulk_create([event for event, _ in self.events]))
        self.rows, self.events = {}, []


_WAITING: ContextVar[Waiting | None] = ContextVar("waiting", default=None)


def write_waiting() -> None:
    """Called before rows are read that may have been added."""
    if waiting := _WAITING.get():
        waiting.write()


@contextmanager
def at_once() -> Iterator[None]:
    """Inside, what happened is written down at the end, in its order: for what Kittiwake does itself, which sees a child
    at the end as at the beginning. What is refused inside another of these has not happened.
    """
    waiting, outer = Waiting(), _WAITING.get()
    before = _WAITING.set(waiting)
    try:
        yield
    finally:
        _WAITING.reset(before)
    if outer is None:
        waiting.write()
    else:
        outer.take(waiting)


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
