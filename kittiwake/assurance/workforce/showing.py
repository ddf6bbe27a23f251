"""What the pages of who does the work show, in a reader's order. Reads only."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.workforce import rules, settings, whose
from kittiwake.assurance.workforce.caseload_rules import Caseload
from kittiwake.assurance.workforce.caseloads import caseload_of, caseloads
from kittiwake.assurance.workforce.models import Absence, AbsenceKind, Engagement, NewlyQualified, Step
from kittiwake.assurance.workforce.showing_of_training import training_of
from kittiwake.record.models import Membership, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date
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


@dataclass
class WorkerPage:
    worker: Worker
    viewer: Viewer
    at: datetime

    @property
    def today(self) -> date:
        return local_date(self.at)

    @cached_property
    def held(self) -> Caseload:
        return caseload_of(self.worker, self.today)

    @property
    def held_in_words(self) -> str:
        return str(self.held)

    @cached_property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD_WORKFORCE) and whose.answers_for(self.viewer.user, self.worker)

    @cached_property
    def engagements(self) -> list[Engagement]:
        return list(self._seen(Engagement))

    def _seen(self, model: Any) -> Any:
        return whose.seen(model, self.viewer.user).filter(worker=self.worker).order_by("-starts_on")

    @property
    def is_engaged(self) -> bool:
        return any(one.ends_on is None for one in self.engagements)

    @property
    def warnings(self) -> list[str]:
        """Of the engagement that stands: what the agency rules would not have, and registration that has run out."""
        now = next((one for one in self.engagements if one.ends_on is None or one.ends_on > self.today), None)
        if now is None:
            return []
        said = rules.agency_warnings(facts_of(now)) if now.kind == "agency" else []
        if rules.is_registration_over(now.registered_until, self.today):
            said.append("Their registration has run out. It is renewed each year by 30 November.")
        return said

    @cached_property
    def year(self) -> NewlyQualified | None:
        return NewlyQualified.objects.on(self.today).filter(worker=self.worker).first()

    @property
    def steps(self) -> list[dict[str, Any]]:
        if self.year is None:
            return []
        held = dict(whose.seen(Step, self.viewer.user).filter(year=self.year).values_list("key", "held_on"))
        within = settings.first_year(self.year.starts_on)
        owed = rules.steps_of_the_year(self.year.starts_on, within)
        return [self._step(due, held.get(due.key)) for due in owed]

    def _step(self, due: rules.Due, held_on: date | None) -> dict[str, Any]:
        if held_on:
            return {"title": due.title, "status": {"text": f"Held on {long_date(held_on)}"}}
        late = due.due_on < self.today
        status = {"text": "Overdue", "colour": "red"} if late else {"text": "To come"}
        return {"title": due.title, "hint": f"By {long_date(due.due_on)}", "status": status}

    @property
    def training(self) -> list[dict[str, Any]]:
        return training_of(self.worker, self.viewer, self.today)

    @property
    def absences(self) -> list[tuple[Absence, str]]:
        kinds = {
            one.absence_id: one.get_kind_display()
            for one in whose.seen(AbsenceKind, self.viewer.user).filter(worker=self.worker)
        }
        standing = self._seen(Absence).filter(struck_out_at=None)
        return [(one, kinds.get(one.pk, "")) for one in standing]


def facts_of(one: Engagement) -> rules.AgencyFacts:
    return rules.AgencyFacts(**{fact.name: getattr(one, fact.name) for fact in fields(rules.AgencyFacts)})
