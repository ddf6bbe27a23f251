"""A newly qualified worker with more children than their protected caseload."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kittiwake.assurance.workforce.caseloads import caseloads
from kittiwake.assurance.workforce.models import NewlyQualified
from kittiwake.assurance.workforce.rules import SUPPORTED_YEAR
from kittiwake.primitives.clocks.rules import start_of
from kittiwake.primitives.measures.links import Broken, BrokenLink, See
from kittiwake.record.models import Allocation, Worker
from kittiwake.ui.dates import local_date


def over_cap(see: See, at: datetime) -> Iterator[Broken]:
    """Once a worker: shown with the child they were given last, of those in sight."""
    today = local_date(at)
    new = NewlyQualified.objects.on(today).values("worker")  # type: ignore[attr-defined]
    held = caseloads(Worker.objects.filter(pk__in=new), today)
    full = [worker for worker, one in held.items() if one.over()]
    leads = see(Allocation).on(today).filter(worker__in=full, role=Allocation.LEAD, is_cover=False)  # type: ignore[attr-defined]
    last = leads.filter(child__withdrawn_at=None).order_by("worker", "-starts_on", "-pk").distinct("worker")
    for child_id, starts_on in last.values_list("child_id", "starts_on"):
        yield Broken(child_id, start_of(starts_on))


LINKS = [
    BrokenLink(
        "workforce.over_cap",
        "A newly qualified worker with too many children",
        "In their first year a worker has fewer children, and time to learn.",
        SUPPORTED_YEAR.source,
        over_cap,
    )
]
