"""Who holds how many children, by team. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.assurance.workforce.caseloads.queries import caseloads
from kittiwake.assurance.workforce.caseloads.rules import Caseload
from kittiwake.record.models import Membership, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, Task
from kittiwake.ui.paging import Page


def status_of(held: Caseload) -> Status:
    if held.over():
        return Status("Over", "red")
    return Status("Newly qualified" if held.newly_qualified else "")


@dataclass
class CaseloadsPage:
    """Workers by team; on a page, those over their cap first in their team."""

    page: Page[Worker]
    at: datetime

    @cached_property
    def _held(self) -> dict[int, Caseload]:
        return caseloads(self.page.rows, local_date(self.at))

    @cached_property
    def teams(self) -> list[tuple[str, list[Task]]]:
        names = self._team_names()
        by_team: dict[str, list[Task]] = {}
        for worker in sorted(self.page.rows, key=lambda worker: not self._held[worker.pk].over()):
            by_team.setdefault(names.get(worker.pk, "No team"), []).append(self._item(worker))
        return sorted(by_team.items())

    def _team_names(self) -> dict[int, str]:
        workers = [worker.pk for worker in self.page.rows]
        current = Membership.objects.on(local_date(self.at)).filter(worker__in=workers)
        return dict(current.order_by("-pk").values_list("worker_id", "team__name"))

    def _item(self, worker: Worker) -> Task:
        held = self._held[worker.pk]
        href = reverse("workforce:worker", args=[worker.pk])
        return Task(worker.name, href, str(held), status_of(held))

    @property
    def over(self) -> int:
        return sum(held.over() for held in self._held.values())

    @property
    def source(self) -> str:
        return next((held.source for held in self._held.values()), "")
