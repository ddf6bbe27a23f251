"""Starting, stopping and cancelling clocks. Called by an area's recording functions, inside their transaction."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import F

from kittiwake.history import recording as history
from kittiwake.primitives.clocks import limits, rules
from kittiwake.primitives.clocks.models import Clock, ClockQuerySet
from kittiwake.record.models import Entry
from kittiwake.time.moments import start_of


def start(*standards: rules.Standard, entry: Entry, at: datetime, time_known: bool = True) -> None:
    """Start each standard's clock on an entry at the moment of its trigger. Starting it twice changes nothing."""
    started = [_started(standard, entry, at, time_known=time_known) for standard in standards]
    history.add(*started, once=True)


def _started(standard: rules.Standard, entry: Entry, at: datetime, *, time_known: bool) -> Clock:
    due = limits.due(standard, at, time_known=time_known)
    return Clock(
        entry=entry,
        key=standard.key,
        started_at=at,
        time_known=time_known,
        due_at=due.due_at,
        due_soon_at=due.due_soon_at,
        rule_version=due.version.effective_from,
        holidays_known=due.holidays_known,
    )


def start_again(standard: rules.Standard, *, entry: Entry, at: datetime, time_known: bool = True) -> bool:
    """What triggered it happened at another moment than was recorded. What stopped it still does, in time or not; the
    clock as it was stays in history. False where no such clock stands."""
    due = limits.due(standard, at, time_known=time_known)
    standing = _of(entry, standard.key).filter(cancelled_at=None)
    return bool(
        standing.update(
            started_at=at,
            time_known=time_known,
            due_at=due.due_at,
            due_soon_at=due.due_soon_at,
            rule_version=due.version.effective_from,
            **AS_STARTED,
        )
    )


AS_STARTED = {"put_off_to": None, "put_off_reason": "", "due_first_at": None}


def put_off(standard: rules.Standard, *, entry: Entry, to: date, reason: str) -> bool:
    """It cannot be done before that day: it runs again from there. When it was due before stays said, and figures judge
    by that. False where no such clock stands."""
    clock = _of(entry, standard.key).filter(cancelled_at=None).first()
    if clock is None:
        return False
    first, anew = clock.due_first_at or clock.due_at, limits.due(standard, start_of(to))
    Clock.objects.filter(pk=clock.pk).update(
        put_off_to=to,
        put_off_reason=reason[:300],
        due_first_at=first,
        due_at=max(first, anew.due_at),
        due_soon_at=max(clock.due_soon_at, anew.due_soon_at),
    )
    return True


def put_off_no_longer(standard: rules.Standard, *, entry: Entry) -> bool:
    """It was put off by mistake: due when it always was."""
    clock = _of(entry, standard.key).filter(cancelled_at=None).first()
    if clock is None or clock.put_off_to is None:
        return False
    return start_again(standard, entry=entry, at=clock.started_at, time_known=clock.time_known)


def stop(key: str, *, entry: Entry, at: datetime, by_entry: Entry) -> bool:
    """The duty is done. The first stop counts; False where no such clock was running."""
    return bool(
        _of(entry, key).filter(stopped_at=None, cancelled_at=None).update(stopped_at=at, stopped_by=by_entry)
    )


def cancel(key: str, *, entry: Entry, at: datetime, reason: str) -> bool:
    """The duty fell away (struck out, not a return after all). Kept, with the reason."""
    return bool(
        _of(entry, key)
        .filter(stopped_at=None, cancelled_at=None)
        .update(cancelled_at=at, cancelled_reason=reason[:300])
    )


def withdraw(key: str, *, entry: Entry, reason: str) -> bool:
    """It never ought to have run: what started it was a mistake. Kept, with the reason, and counted nowhere."""
    mistaken = _of(entry, key).filter(cancelled_at=None)
    return bool(
        mistaken.update(
            stopped_at=None, stopped_by=None, cancelled_at=F("started_at"), cancelled_reason=reason[:300]
        )
    )


def reopen(key: str, *, entry: Entry, stopped_by: Entry) -> bool:
    """What stopped it was struck out: it runs again, due when it always was."""
    return bool(_of(entry, key).filter(stopped_by=stopped_by).update(stopped_at=None, stopped_by=None))


def _of(entry: Entry, key: str) -> ClockQuerySet:
    """Also those that were started a moment ago and wait to be written with others."""
    history.write_waiting()
    return Clock.objects.filter(entry=entry, key=key)
