"""Who holds how many children, by team. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.urls import reverse

from kittiwake.assurance.workforce.caseloads.queries import caseloads
from kittiwake.assurance.workforce.caseloads.rules import Caseload
from kittiwake.record.models import Membership, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.paging import Page

OVER = {"text": "Over", "colour": "red"}


def status_of(held: Caseload) -> dict[str, str]:
    if held.over():
        return OVER
    return {"text": "Newly qualified"} if held.newly_qualified else {"text": ""}


@dataclass
class CaseloadsPage:
    """Workers by team; on a page, those over their cap first in their team."""

    page: Page[Worker]
    at: datetime

    @cached_property
    def _held(self) -> dict[int, Caseload]:
        return caseloads(self.page.rows, local_date(self.at))

    @cached_property
    def teams(self) -> list[tuple[str, list[dict[str, Any]]]]:
        names = self._team_names()
        found: dict[str, list[Worker]] = {}
        for one in sorted(self.page.rows, key=lambda one: not self._held[one.pk].over()):
            found.setdefault(names.get(one.pk, "No team"), []).append(one)
        return [(team, [self._item(one) for one in found[team]]) for team in sorted(found)]

    def _team_names(self) -> dict[int, str]:
        now = Membership.objects.on(local_date(self.at)).filter(worker__in=[one.pk for one in self.page.rows])
        return dict(now.order_by("-pk").values_list("worker_id", "team__name"))

    def _item(self, one: Worker) -> dict[str, Any]:
        held = self._held[one.pk]
        href = reverse("workforce:worker", args=[one.pk])
        return {"title": one.name, "href": href, "hint": str(held), "status": status_of(held)}

    @property
    def over(self) -> int:
        return sum(held.over() for held in self._held.values())

    @property
    def source(self) -> str:
        return next((held.source for held in self._held.values()), "")
