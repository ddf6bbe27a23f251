"""Starting, putting off, stopping and cancelling a clock by hand: each once, and each told whether it did anything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from kittiwake.primitives.clocks import recording as clocks
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.clocks.standards import Standard
from kittiwake.record import recording as record
from kittiwake.record.kinds import EntryKind, entry_kinds
from kittiwake.record.models import Entry
from kittiwake.time.durations import hours
from tests.cast import NOW, Cast

DUTY = Standard("test.duty", "Duty", hours(72), "Made up for this test")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LATER = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def _kind_of_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(entry_kinds(), "test.note", EntryKind("test.note", "Note"))


@pytest.fixture
def entry(cast: Cast) -> Entry:
    return note(cast)


def note(cast: Cast) -> Entry:
    return record.enter(cast.ash, kind="test.note", summary="A fact", happened_at=NOW, by=cast.system, at=NOW)


@pytest.fixture
def running(entry: Entry) -> Clock:
    clocks.start(DUTY, entry=entry, at=NOW)
    return Clock.objects.get(entry=entry)


def test_it_starts_once(entry: Entry, running: Clock) -> None:
    assert (running.due_at, running.key) == (NOW + 72 * HOUR, DUTY.key)
    clocks.start(DUTY, entry=entry, at=NOW + HOUR)
    assert Clock.objects.get(entry=entry) == running
    running.refresh_from_db()
    assert running.started_at == NOW


def test_started_again_it_is_due_anew_and_what_stopped_it_still_does(entry: Entry, running: Clock) -> None:
    clocks.stop(DUTY.key, entry=entry, at=NOW + DAY, by_entry=entry)
    clocks.put_off(DUTY, entry=entry, to=LATER, reason="In hospital")
    assert clocks.start_again(DUTY, entry=entry, at=NOW - DAY, time_known=False)
    running.refresh_from_db()
    assert running.started_at == NOW - DAY
    assert not running.time_known
    assert running.stopped_by == entry
    assert (running.put_off_to, running.put_off_reason, running.due_first_at) == (None, "", None)


def test_put_off_it_runs_from_that_day_and_says_when_it_was_due_before(entry: Entry, running: Clock) -> None:
    first = running.due_at
    for to in (LATER, LATER + DAY):  # and once more: the first day stays said
        assert clocks.put_off(DUTY, entry=entry, to=to, reason="In hospital")
        running.refresh_from_db()
        assert (running.put_off_to, running.due_first_at) == (to, first)
        assert running.due_at.date() == to + 3 * DAY
    assert clocks.put_off_no_longer(DUTY, entry=entry)
    running.refresh_from_db()
    assert (running.put_off_to, running.due_at) == (None, first)


def test_put_off_to_a_day_long_past_it_is_due_no_earlier_than_before(entry: Entry, running: Clock) -> None:
    first = running.due_at
    clocks.put_off(DUTY, entry=entry, to=date(2026, 1, 5), reason="In hospital")
    running.refresh_from_db()
    assert running.due_at == first


def test_the_first_stop_counts(cast: Cast, entry: Entry, running: Clock) -> None:
    assert clocks.stop(DUTY.key, entry=entry, at=NOW + HOUR, by_entry=entry)
    assert not clocks.stop(DUTY.key, entry=entry, at=NOW + DAY, by_entry=note(cast))
    running.refresh_from_db()
    assert (running.stopped_at, running.stopped_by) == (NOW + HOUR, entry)


def test_what_stopped_it_may_be_taken_back_by_itself_alone(cast: Cast, entry: Entry, running: Clock) -> None:
    clocks.stop(DUTY.key, entry=entry, at=NOW + HOUR, by_entry=entry)
    assert not clocks.reopen(DUTY.key, entry=entry, stopped_by=note(cast))
    assert clocks.reopen(DUTY.key, entry=entry, stopped_by=entry)
    assert Clock.objects.running().get() == running


def test_cancelled_it_is_kept_with_its_reason_and_may_start_anew(entry: Entry, running: Clock) -> None:
    assert clocks.cancel(DUTY.key, entry=entry, at=NOW + HOUR, reason="x" * 400)
    running.refresh_from_db()
    assert (running.cancelled_at, len(running.cancelled_reason)) == (NOW + HOUR, 300)
    assert clocks.start(DUTY, entry=entry, at=NOW) != running


def test_withdrawn_it_never_ran_whatever_stopped_it(entry: Entry, running: Clock) -> None:
    clocks.stop(DUTY.key, entry=entry, at=NOW + HOUR, by_entry=entry)
    assert clocks.withdraw(DUTY.key, entry=entry, reason="Not them")
    running.refresh_from_db()
    assert (running.stopped_at, running.stopped_by, running.cancelled_at) == (None, None, NOW)


NOWHERE: dict[str, Callable[[Entry], Any]] = {
    "started again": lambda entry: clocks.start_again(DUTY, entry=entry, at=NOW),
    "put off": lambda entry: clocks.put_off(DUTY, entry=entry, to=LATER, reason="x"),
    "put off no longer": lambda entry: clocks.put_off_no_longer(DUTY, entry=entry),
    "stopped": lambda entry: clocks.stop(DUTY.key, entry=entry, at=NOW, by_entry=entry),
    "cancelled": lambda entry: clocks.cancel(DUTY.key, entry=entry, at=NOW, reason="x"),
    "withdrawn": lambda entry: clocks.withdraw(DUTY.key, entry=entry, reason="x"),
    "reopened": lambda entry: clocks.reopen(DUTY.key, entry=entry, stopped_by=entry),
}


@pytest.mark.parametrize("what", NOWHERE)
def test_where_none_stands_it_says_so(entry: Entry, what: str) -> None:
    assert not NOWHERE[what](entry)
    assert not Clock.objects.exists()


def test_one_that_was_not_put_off_is_due_when_it_was(entry: Entry, running: Clock) -> None:
    assert not clocks.put_off_no_longer(DUTY, entry=entry)


def test_it_runs_until_it_stops_and_on_an_entry_that_stands(cast: Cast, entry: Entry, running: Clock) -> None:
    assert list(Clock.objects.overdue(running.due_at)) == []
    assert list(Clock.objects.overdue(running.due_at + HOUR)) == [running]
    record.strike_out(entry, reason="Another child", by=cast.system, at=NOW)
    assert not Clock.objects.running().exists()
