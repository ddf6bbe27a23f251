"""The page of one worker, in a reader's order. Reads only."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cached_property
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.workforce import settings, visibility
from kittiwake.assurance.workforce.caseloads.queries import caseload_of
from kittiwake.assurance.workforce.caseloads.rules import Caseload
from kittiwake.assurance.workforce.engagements import rules as rules_of_engagements
from kittiwake.assurance.workforce.models import Absence, AbsenceKind, Engagement, NewlyQualified, Step
from kittiwake.assurance.workforce.supported_year import rules as rules_of_supported_year
from kittiwake.assurance.workforce.training.showing import training_of
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date


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
        return self.viewer.may(Power.RECORD_WORKFORCE) and visibility.answers_for(
            self.viewer.user, self.worker
        )

    @cached_property
    def engagements(self) -> list[Engagement]:
        return list(self._seen(Engagement))

    def _seen(self, model: Any) -> Any:
        return visibility.seen(model, self.viewer.user).filter(worker=self.worker).order_by("-starts_on")

    @property
    def is_engaged(self) -> bool:
        return any(one.ends_on is None for one in self.engagements)

    @property
    def warnings(self) -> list[str]:
        """Of the engagement that stands: what the agency rules would not have, and registration that has run out."""
        now = next((one for one in self.engagements if one.ends_on is None or one.ends_on > self.today), None)
        if now is None:
            return []
        said = rules_of_engagements.agency_warnings(facts_of(now)) if now.kind == "agency" else []
        if rules_of_engagements.is_registration_over(now.registered_until, self.today):
            said.append("Their registration has run out. It is renewed each year by 30 November.")
        return said

    @cached_property
    def year(self) -> NewlyQualified | None:
        return NewlyQualified.objects.on(self.today).filter(worker=self.worker).first()

    @property
    def steps(self) -> list[dict[str, Any]]:
        if self.year is None:
            return []
        held = dict(
            visibility.seen(Step, self.viewer.user).filter(year=self.year).values_list("key", "held_on")
        )
        within = settings.first_year(self.year.starts_on)
        owed = rules_of_supported_year.steps_of_the_year(self.year.starts_on, within)
        return [self._step(due, held.get(due.key)) for due in owed]

    def _step(self, due: rules_of_supported_year.Due, held_on: date | None) -> dict[str, Any]:
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
            for one in visibility.seen(AbsenceKind, self.viewer.user).filter(worker=self.worker)
        }
        standing = self._seen(Absence).filter(struck_out_at=None)
        return [(one, kinds.get(one.pk, "")) for one in standing]


def facts_of(one: Engagement) -> rules_of_engagements.AgencyFacts:
    return rules_of_engagements.AgencyFacts(
        **{fact.name: getattr(one, fact.name) for fact in fields(rules_of_engagements.AgencyFacts)}
    )
