"""A newly qualified worker with more children than their protected caseload."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime

from django.db.models import Max, QuerySet

from kittiwake.assurance.workforce.caseloads.queries import caseloads
from kittiwake.assurance.workforce.models import NewlyQualified
from kittiwake.assurance.workforce.supported_year.rules import SOURCE
from kittiwake.primitives.measures.links import Broken, BrokenLink, See
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.record.models import Allocation, Worker
from kittiwake.time.moments import local_date, start_of


def over_cap(see: See, at: datetime) -> Iterator[Broken]:
    """Once a worker, since they were given the last of their children."""
    today = local_date(at)
    held = caseloads(_newly_qualified(see, today), today)
    full = {worker: caseload for worker, caseload in held.items() if caseload.over()}
    given = _last_given(full, today)
    for worker_id, caseload in full.items():
        since = start_of(given.get(worker_id, today))
        yield Broken(None, since, worker_id=worker_id, about=str(caseload))


def _last_given(workers: Collection[int], today: date) -> dict[int, date]:
    """Of the children in sight."""
    return dict(_last_leads(list(workers), today))


@kept
def _newly_qualified(see: See, today: date) -> QuerySet[Worker]:
    return Worker.objects.filter(pk__in=see(NewlyQualified).on(today).values("worker"))


@kept
def _last_leads(workers: list[int], today: date) -> QuerySet[Allocation, tuple[int, date]]:
    leads = Allocation.objects.on(today).filter(
        Among("worker_id", workers), role=Allocation.LEAD, is_cover=False
    )
    return leads.order_by("worker").values_list("worker").annotate(Max("starts_on"))


LINKS = [
    BrokenLink(
        "workforce.over_cap",
        "A newly qualified worker with too many children",
        "In their first year a worker has fewer children, and time to learn.",
        SOURCE,
        over_cap,
        of_workers=True,
    )
]
