"""Whom a child knows already: facts with their days. Never a score; a person decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kittiwake.access.viewer import Viewer
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.meetings.models import Attendance
from kittiwake.practice.meetings.rules import CAME
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.record.models import Allocation, Child, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import counted, long_date


@dataclass(frozen=True)
class Reason:
    """One thing the record says about them and the child, and its last day."""

    on: date
    text: str


Found = Iterator[tuple[int, Reason]]  # worker, reason


def who_knows(child: Child, viewer: Viewer, today: date) -> dict[int, list[Reason]]:
    """By worker, whoever was with the child last first; within one worker the newest first."""
    by_worker: dict[int, list[Reason]] = defaultdict(list)
    for gather in (_held, _listened, _worked, _met):
        for worker_id, reason in gather(child, viewer, today):
            by_worker[worker_id].append(reason)
    for reasons in by_worker.values():
        reasons.sort(key=lambda reason: reason.on, reverse=True)
    return dict(sorted(by_worker.items(), key=lambda item: item[1][0].on, reverse=True))


def _held(child: Child, viewer: Viewer, today: date) -> Found:
    rows = viewer.see(Allocation).filter(child=child, worker__isnull=False, starts_on__lte=today)
    for row in rows.order_by("starts_on"):
        if row.ends_on == row.starts_on:
            continue  # taken back the same day
        what = "Covered for their worker" if row.is_cover else f"Was their {row.get_role_display().lower()}"
        until = f" to {long_date(row.ends_on)}" if row.ends_on and row.ends_on <= today else ""
        if not until:
            what = "Covers now" if row.is_cover else f"Is their {row.get_role_display().lower()}"
        since = "from" if until else "since"
        assert row.worker_id is not None  # the query leaves out those without
        yield (
            row.worker_id,
            Reason(min(row.ends_on or today, today), f"{what} {since} {long_date(row.starts_on)}{until}"),
        )


def _listened(child: Child, viewer: Viewer, today: date) -> Found:
    held = viewer.see(ReturnInterview).standing().filter(child=child, interviewer__isnull=False)
    days: dict[int, set[date]] = defaultdict(set)
    for worker_id, at in held.values_list("interviewer_id", "held_at"):
        days[worker_id].add(local_date(at))
    for worker_id, on in days.items():
        yield (
            worker_id,
            Reason(max(on), f"Held {_times(len(on), 'return interview')}, last on {long_date(max(on))}"),
        )


def _worked(child: Child, viewer: Viewer, today: date) -> Found:
    held = viewer.see(Session).held().filter(child=child, worker__isnull=False)
    days: dict[int, list[date]] = defaultdict(list)
    for worker_id, at in held.values_list("worker_id", "held_at"):
        if at is not None:  # only sessions that were held
            days[worker_id].append(local_date(at))
    for worker_id, on in days.items():
        yield (
            worker_id,
            Reason(max(on), f"Held {_times(len(on), 'session')} with them, last on {long_date(max(on))}"),
        )


def _times(number: int, what: str) -> str:
    return f"a {what}" if number == 1 else counted(number, what)


def _met(child: Child, viewer: Viewer, today: date) -> Found:
    """Who came is written by name: only a name that one worker alone has is theirs."""
    came = Attendance.objects.filter(
        answer=CAME,
        meeting__parts__child=child,
        meeting__parts__entry__struck_out_at=None,
        meeting__held_at__isnull=False,
    )
    days: dict[str, date] = {}
    for name, at in came.values_list("name", "meeting__held_at"):
        days[name] = max(local_date(at), days.get(name, date.min))  # type: ignore[arg-type]  # held: it has a time
    workers: dict[str, list[int]] = defaultdict(list)
    for pk, name in Worker.objects.filter(name__in=days).values_list("pk", "name"):
        workers[name].append(pk)
    for name, keys in workers.items():
        if len(keys) == 1:
            yield keys[0], Reason(days[name], f"Was in a meeting about them on {long_date(days[name])}")
