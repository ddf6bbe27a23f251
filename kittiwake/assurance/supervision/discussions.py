"""When each child was last talked about in supervision, and by when they have to be again. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.expressions import RawSQL

from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.models import ChildPart, SupervisionAgreement
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.rules import CALLS_FOR_A_MEETING
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.measures.links import See
from kittiwake.queries.among import AmongFound
from kittiwake.queries.kept import kept
from kittiwake.record.models import Allocation, Child, Track, Worker
from kittiwake.time.moments import local_date

LOOKED_AFTER = (
    "SELECT id FROM record_worker WHERE (SELECT access_everyone(access_me()))"
    " OR id IN (SELECT supervision_workers(access_me()))"
)


class Discussed(NamedTuple):
    """`since_on` is the day they were last talked about, or were allocated where they never were (part_id is None)."""

    child_id: int
    part_id: int | None
    since_on: date
    due_on: date
    worker_id: int | None  # where whoever asks looks after the supervision of their lead worker


def discussed(see: See, at: datetime, *, worker: Worker | None = None) -> Iterator[Discussed]:
    """Children in sight with a lead worker today: this one, or any whose supervision is agreed. One query."""
    for pk, began_on, part_id, last_at, track, is_high, worker_id in _in_sight(see, local_date(at), worker):
        since_on = local_date(last_at) if last_at else began_on
        standard = rules.interval([track] if track else [], is_high_risk=is_high)
        due_on = rules.due_after(limits.in_force(standard), since_on)
        yield Discussed(pk, part_id, since_on, due_on, worker_id)


@kept
def _in_sight(see: See, today: date, worker: Worker | None) -> QuerySet[Child, tuple[Any, ...]]:
    lead = Allocation.objects.on(today).filter(child=OuterRef("pk"), role=Allocation.LEAD)
    agreed = SupervisionAgreement.objects.on(today).values("worker_id")
    theirs = lead.filter(worker=worker) if worker else lead.filter(AmongFound("worker_id", agreed))
    last = ChildPart.objects.standing().filter(child=OuterRef("pk")).order_by("-entry__happened_at", "-pk")
    high = PresentingRisk.objects.standing().filter(child=OuterRef("pk"), level__in=CALLS_FOR_A_MEETING)
    tracks = Track.objects.on(today).filter(child=OuterRef("pk"), kind__in=rules.PROTECTED_TRACKS)
    rows = see(Child).filter(Exists(theirs), withdrawn_at=None)
    rows = rows.annotate(
        began_on=theirs.values("starts_on")[:1],
        worker_id=theirs.filter(worker_id__in=RawSQL(LOOKED_AFTER, ())).values("worker_id")[:1],
        part_id=last.values("pk")[:1],
        last_at=last.values("entry__happened_at")[:1],
        track=tracks.values("kind")[:1],
        is_high=Exists(high),
    )
    names = ("pk", "began_on", "part_id", "last_at", "track", "is_high", "worker_id")
    return rows.values_list(*names)
