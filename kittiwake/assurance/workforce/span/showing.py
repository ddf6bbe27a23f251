"""How many people each manager has, beside what was agreed. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.caseloads.queries import agreed_on, hours
from kittiwake.assurance.workforce.caseloads.rules import Agreed
from kittiwake.assurance.workforce.span.rules import TeamPlace, is_too_many, managed, span_of_control
from kittiwake.record.models import Membership, Team, Worker
from kittiwake.ui.dates import long_date
from kittiwake.ui.paging import Page

COLUMNS = ("Manager", "Team", "People", "The manager’s share of whole time", "People to a whole-time manager")
ONE = Decimal(1)


def managers_seen(user: User, on: date) -> QuerySet[Worker]:
    """Themselves and those they answer for who manage a team."""
    leads = Membership.objects.on(on).filter(manages=True).exclude(team__kind="partner")
    return visibility.workers(user).filter(pk__in=leads.values("worker")).order_by("name", "pk")


@dataclass
class ManagersPage:
    page: Page[Worker]
    on: date

    columns = [{"text": text, "is_number": number > 1} for number, text in enumerate(COLUMNS)]

    @cached_property
    def agreed(self) -> Agreed:
        return agreed_on(self.on)

    @cached_property
    def _places(self) -> list[Membership]:
        return list(Membership.objects.on(self.on).select_related("team"))

    @cached_property
    def _managed(self) -> dict[int, Decimal]:
        places = [TeamPlace(place.worker_id, place.team_id, place.manages) for place in self._places]
        return managed(places, dict(Team.objects.values_list("pk", "parent_id")))

    @cached_property
    def _hours(self) -> dict[int, Decimal]:
        return hours([worker.pk for worker in self.page.rows], self.on)

    @cached_property
    def spans(self) -> dict[int, Decimal | None]:
        return {
            worker.pk: span_of_control(
                self._managed.get(worker.pk, Decimal(0)), self._hours.get(worker.pk, ONE)
            )
            for worker in self.page.rows
        }

    @property
    def over(self) -> int:
        return sum(is_too_many(span, self.agreed.most_managed) for span in self.spans.values())

    @property
    def rows(self) -> list[list[Any]]:
        return [self._row(worker) for worker in self.page.rows]

    def _row(self, worker: Worker) -> list[Any]:
        span, fte = self.spans[worker.pk], self._hours.get(worker.pk)
        teams = [place.team.name for place in self._places if place.worker_id == worker.pk and place.manages]
        return [
            {"text": worker.name, "href": reverse("workforce:worker", args=[worker.pk])},
            ", ".join(sorted(teams)),
            _number(self._managed.get(worker.pk, Decimal(0))),
            "Not recorded" if fte is None else _number(fte),
            self._span(span),
        ]

    def _span(self, span: Decimal | None) -> Any:
        said = "–" if span is None else _number(span)
        if is_too_many(span, self.agreed.most_managed):
            return {"tag": {"text": f"{said}, over", "colour": "red"}}
        return said

    @property
    def limit(self) -> str:
        most = self.agreed.most_managed
        if most is None:
            return ""
        return f"At most {most}: {self.agreed.source}, from {long_date(self.agreed.starts_on)}."


def _number(value: Decimal) -> str:
    return f"{value:.1f}".removesuffix(".0")
