"""The page of one worker, in a reader's order. Reads only."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime

from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.pages import Slot
from kittiwake.areas.powers import Power
from kittiwake.assurance.workforce import codes, settings, visibility
from kittiwake.assurance.workforce.caseloads.queries import caseload_of
from kittiwake.assurance.workforce.caseloads.rules import Caseload
from kittiwake.assurance.workforce.engagements.rules import AgencyFacts, agency_warnings, is_registration_over
from kittiwake.assurance.workforce.models import (
    Absence,
    AbsenceKind,
    Engagement,
    NewlyQualified,
    SupportedYearStep,
)
from kittiwake.assurance.workforce.slots import HELD_CHILDREN, LEAVING
from kittiwake.assurance.workforce.supported_year.rules import Due, steps_of_the_year
from kittiwake.assurance.workforce.training.showing import training_of
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Status, Task, TextLink
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

    @property
    def links_to_children(self) -> list[TextLink]:
        return self._links(HELD_CHILDREN)

    @property
    def links_to_leaving(self) -> list[TextLink]:
        return self._links(LEAVING)

    def _links(self, slot: Slot) -> list[TextLink]:
        links = self.viewer.links(slot) if self.may_record else []
        return [TextLink(link.text, link.address(self.worker.pk)) for link in links]

    @cached_property
    def engagements(self) -> list[Engagement]:
        seen = visibility.seen(Engagement, self.viewer.user)
        return list(seen.filter(worker=self.worker).order_by("-starts_on"))

    @property
    def is_engaged(self) -> bool:
        return any(engagement.ends_on is None for engagement in self.engagements)

    @property
    def warnings(self) -> list[str]:
        """Of the engagement that stands: what the agency rules would not have, and registration that has run out."""
        standing = [
            engagement
            for engagement in self.engagements
            if engagement.ends_on is None or engagement.ends_on > self.today
        ]
        if not standing:
            return []
        warnings = agency_warnings(facts_of(standing[0])) if standing[0].kind == codes.AGENCY else []
        if is_registration_over(standing[0].registered_until, self.today):
            warnings.append("Their registration has run out. It is renewed each year by 30 November.")
        return warnings

    @cached_property
    def year(self) -> NewlyQualified | None:
        return NewlyQualified.objects.on(self.today).filter(worker=self.worker).first()

    @property
    def steps(self) -> list[Task]:
        if self.year is None:
            return []
        seen = visibility.seen(SupportedYearStep, self.viewer.user).filter(year=self.year)
        held = dict(seen.values_list("key", "held_on"))
        within = settings.first_year(self.year.starts_on)
        owed = steps_of_the_year(self.year.starts_on, within)
        return [self._step(due, held.get(due.key)) for due in owed]

    def _step(self, due: Due, held_on: date | None) -> Task:
        if held_on:
            return Task(due.title, status=Status(f"Held on {long_date(held_on)}"))
        status = Status("Overdue", "red") if due.due_on < self.today else Status("To come")
        return Task(due.title, hint=f"By {long_date(due.due_on)}", status=status)

    @property
    def training(self) -> list[Task]:
        return training_of(self.worker, self.viewer, self.today)

    @property
    def absences(self) -> list[tuple[Absence, str]]:
        """The newest first, with why where the viewer may know it."""
        user = self.viewer.user
        kinds = {
            kind.absence_id: kind.get_kind_display()
            for kind in visibility.seen(AbsenceKind, user).filter(worker=self.worker)
        }
        standing = visibility.seen(Absence, user).filter(worker=self.worker, struck_out_at=None)
        return [(absence, kinds.get(absence.pk, "")) for absence in standing.order_by("-starts_on")]


def facts_of(engagement: Engagement) -> AgencyFacts:
    return AgencyFacts(**{fact.name: getattr(engagement, fact.name) for fact in fields(AgencyFacts)})
