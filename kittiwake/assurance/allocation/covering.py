"""Whom somebody covers for today, and whose children those are. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.allocation.models import Away, Covered
from kittiwake.record.models import Child, Worker
from kittiwake.ui.dates import local_date


@dataclass(frozen=True)
class Covering:
    away: Away
    children: list[Child]


def covering(worker: Worker, viewer: Viewer, at: datetime) -> list[Covering]:
    """One for each colleague who is away, with the children they may see."""
    today = local_date(at)
    now = viewer.see(Covered).filter(away__covered_by=worker, allocation__child__withdrawn_at=None)
    now = now.filter(allocation__starts_on__lte=today, allocation__ends_on__gt=today)
    rows = now.select_related("away__worker", "allocation__child").prefetch_related(
        "allocation__child__identifiers"
    )
    found: dict[int, Covering] = {}
    for row in rows.order_by("allocation__child__surname", "allocation__child__forenames", "pk"):
        found.setdefault(row.away_id, Covering(row.away, [])).children.append(row.allocation.child)
    return list(found.values())
