"""What a person typed about an agreement. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import MeetingAgreement
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    SelectField,
    TextAreaField,
    TextField,
)


class AgreementFacts(TypedDict):
    what: str
    why: str
    agency: str
    owner_name: str
    due_on: date


class AgreementForm(GovForm):
    what = TextField(
        "What was agreed?",
        hint="About a place, a group or an adult. No child’s name.",
        missing="Enter what was agreed",
        column=MeetingAgreement.what,
    )
    why = TextAreaField("Why?", rows=2, required=False)
    agency = SelectField("Which agency will do it?", choices=rules.AGENCIES, missing="Select the agency")
    owner_name = TextField("Who there?", missing="Enter who will do it", column=MeetingAgreement.owner_name)
    due_on = DateField("By which day?", missing="Enter by which day", called="The day")

    def values(self) -> AgreementFacts:
        answers = self.cleaned_data
        return {
            "what": answers["what"],
            "why": answers["why"],
            "agency": answers["agency"],
            "owner_name": answers["owner_name"],
            "due_on": answers["due_on"],
        }


class OutcomeForm(GovForm):
    outcome = TextAreaField(
        "What came of it?",
        rows=3,
        column=MeetingAgreement.outcome,
        missing="Enter what came of it",
        called="What came of it",
    )
