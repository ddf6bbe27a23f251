"""The workers somebody manages: how many children each has, and who is away. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.models import Away, not_over
from kittiwake.assurance.allocation.visibility import workers_of
from kittiwake.assurance.workforce.caseloads.queries import caseloads
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, Task
from kittiwake.ui.dates import long_date


def page_of(worker: Worker, viewer: Viewer) -> str:
    """Where what is theirs is given to others, for whoever may; else who covers while they are away."""
    page = "allocation:leave" if viewer.may(Power.OVERSEE) else "allocation:be_away"
    return reverse(page, args=[worker.pk])


@dataclass
class Workers:
    viewer: Viewer
    at: datetime

    @cached_property
    def workers(self) -> list[Worker]:
        return list(workers_of(self.viewer, local_date(self.at)).order_by("name", "pk"))

    @cached_property
    def my_time_away(self) -> Away | None:
        """Mine that goes on or is to come."""
        mine = Away.objects.filter(not_over(local_date(self.at)), worker__user=self.viewer.user)
        return mine.select_related("covered_by").order_by("starts_on").first()

    def items(self, workers: list[Worker]) -> list[Task]:
        today = local_date(self.at)
        loads = caseloads(workers, today)
        away = {absence.worker_id: absence for absence in Away.objects.on(today).select_related("covered_by")}
        return [self._item(worker, str(loads[worker.pk]), away.get(worker.pk)) for worker in workers]

    def _item(self, worker: Worker, load: str, away: Away | None) -> Task:
        status, hint = Status("Here"), load
        if away:
            status = Status("Away", "yellow" if away.covered_by else "red")
            hint += f". {away.covered_by or 'Nobody'} covers {away.until}"
        if worker.ends_on:
            status = Status("Leaving", "orange")
            hint += f". Not here from {long_date(worker.ends_on)}"
        return Task(worker.name, page_of(worker, self.viewer), hint, status)
