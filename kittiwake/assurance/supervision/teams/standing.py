"""How often each worker is supervised: when last, when next, and who has had none for too long. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.supervision import rules, visibility
from kittiwake.assurance.supervision.models import Supervision, SupervisionAgreement
from kittiwake.record.models import Allocation, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status
from kittiwake.ui.dates import long_date, relative_day

SOON = 5  # days


@dataclass(frozen=True)
class Standing:
    """One worker whose supervision is agreed."""

    agreement: SupervisionAgreement
    last_at: datetime | None
    due_on: date
    today: date

    @property
    def since_on(self) -> date:
        return local_date(self.last_at) if self.last_at else self.agreement.starts_on

    @property
    def is_gap(self) -> bool:
        return rules.is_gap(self.since_on, self.today)

    @property
    def is_late(self) -> bool:
        return self.due_on < self.today

    @property
    def state(self) -> Status:
        if self.is_gap:
            return Status("None for 6 weeks or more", "red")
        if self.is_late:
            return Status("Overdue", "orange")
        if (self.due_on - self.today).days <= SOON:
            return Status("Due soon", "yellow")
        return Status("In time")

    @property
    def last(self) -> str:
        return long_date(local_date(self.last_at)) if self.last_at else "Not yet"

    @property
    def hint(self) -> str:
        last = f"Last: {self.last}" if self.last_at else "Not held yet"
        return f"{last}. Next by {long_date(self.due_on)}, {relative_day(self.due_on, self.today)}"


def standings(viewer: Viewer, at: datetime, **only: Any) -> list[Standing]:
    """The agreements in force today whose dates the viewer may see, longest without supervision first. One query."""
    today = local_date(at)
    held = (
        Supervision.objects.by_agreement()
        .filter(worker=OuterRef("worker"), held_at__lte=at)
        .order_by("-held_at")
    )
    agreements = visibility.agreements(viewer).on(today).filter(**only)
    dated = agreements.annotate(last_at=held.values("held_at")[:1], next_on=held.values("next_due_on")[:1])
    rows = [
        Standing(agreement, agreement.last_at, agreement.next_on or agreement.first_due_on, today)
        for agreement in dated.select_related("worker", "supervisor")
    ]
    return sorted(rows, key=lambda row: (row.since_on, row.agreement.worker.name, row.agreement.pk))


def without_agreement(viewer: Viewer, at: datetime) -> QuerySet[Worker]:
    """Those who hold a child in the viewer's sight today, and nobody is agreed to supervise them."""
    today = local_date(at)
    holds = viewer.see(Allocation).on(today).filter(worker=OuterRef("pk"), role=Allocation.LEAD)
    agreed = visibility.agreements(viewer).on(today).filter(worker=OuterRef("pk"))
    return Worker.objects.filter(Exists(holds), ~Exists(agreed)).order_by("name", "pk")


def supervisors_away(viewer: Viewer, at: datetime) -> QuerySet[Away]:
    """Of those who supervise somebody the viewer may see: who is away today."""
    today = local_date(at)
    supervises = visibility.agreements(viewer).on(today).filter(supervisor=OuterRef("worker"))
    away = Away.objects.on(today).filter(Exists(supervises))
    return away.select_related("worker", "covered_by__user").order_by("starts_on", "pk")
