"""What a person typed about who supervises whom, and how good a supervision was. Never saves."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict

from kittiwake.access.people import offer
from kittiwake.assurance.supervision import rules
from kittiwake.record.models import Worker
from kittiwake.ui.forms import DateField, GovForm, ModelSelectField, RadiosField


class AgreeFacts(TypedDict):
    worker: Worker
    supervisor: Worker
    profession: str
    starts_on: date


class AgreeForm(GovForm):
    worker = ModelSelectField("Who is supervised?", missing="Select who is supervised")
    supervisor = ModelSelectField("Who supervises them?", missing="Select who supervises them")
    profession = RadiosField(
        "Are they a social worker?",
        choices=rules.PROFESSIONS,
        hint="Those in their first year are supervised weekly for 6 weeks and fortnightly to 6 months. Their first year is recorded "
        "on their own page, under Caseloads.",
        missing="Select whether they are a social worker",
    )
    starts_on = DateField("From which day?", missing="Enter from which day", called="The first day")

    def __init__(self, *args: Any, workers: Any, supervisors: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        worker_field: Any = self.fields["worker"]
        worker_field.queryset = workers
        offer(self, "supervisor", supervisors)

    def values(self) -> AgreeFacts:
        answers = self.cleaned_data
        return {
            "worker": answers["worker"],
            "supervisor": answers["supervisor"],
            "profession": answers["profession"],
            "starts_on": answers["starts_on"],
        }


class EndForm(GovForm):
    ends_on = DateField(
        "On which day does it end?", missing="Enter on which day it ends", called="The last day"
    )
