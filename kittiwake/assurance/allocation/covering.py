"""Whom somebody covers for today and whose children those are; who could cover for whom. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from kittiwake.access.permissions import role_may, roles_that_may
from kittiwake.access.viewer import Viewer
from kittiwake.assurance.allocation.models import Away, Covered
from kittiwake.primitives.actions.showing import workers_now
from kittiwake.record.models import Child, Membership, Worker
from kittiwake.ui.dates import local_date

HOLDS_SUPERVISION = "supervision.record"


@dataclass(frozen=True)
class Covering:
    away: Away
    children: list[Child]


def covering(worker: Worker, viewer: Viewer, at: datetime) -> list[Covering]:
    """One for each colleague who is away, with the children they may see."""
    today = local_date(at)
    now = viewer.see(Covered).filter(away__covered_by=worker, allocation__child__withdrawn_at=None)
    lasts = Q(allocation__ends_on=None) | Q(allocation__ends_on__gt=today)
    now = now.filter(lasts, allocation__starts_on__lte=today)
    rows = now.select_related("away__worker", "allocation__child").prefetch_related(
        "allocation__child__identifiers"
    )
    found: dict[int, Covering] = {}
    for row in rows.order_by("allocation__child__surname", "allocation__child__forenames", "pk"):
        found.setdefault(row.away_id, Covering(row.away, [])).children.append(row.allocation.child)
    return list(found.values())


def manages(worker: Worker, on: date) -> bool:
    return Membership.objects.on(on).filter(worker=worker, manages=True).exists()


def may_hold_supervision(worker: Worker) -> bool:
    """Whether they could sit with somebody's workers in their place: they write, and sign."""
    return worker.user is not None and role_may(worker.user.role, HOLDS_SUPERVISION)


def who_may_hold_supervision() -> QuerySet[Worker]:
    return workers_now().filter(user__role__in=roles_that_may(HOLDS_SUPERVISION), user__is_active=True)


def who_could_cover(worker: Worker, near: QuerySet[Worker], on: date) -> QuerySet[Worker]:
    """Those near; for somebody who manages a team anybody who may hold supervision, wherever they work."""
    found = who_may_hold_supervision() if manages(worker, on) else near.filter(ends_on=None)
    return found.exclude(pk=worker.pk).order_by("name", "pk")
