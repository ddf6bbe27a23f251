"""Somebody is away, or back. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.absences.facts import AbsenceFacts, BackFacts
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    SelectField,
)


class AbsenceForm(GovForm):
    kind = SelectField(
        "Why are they away?", hint="Only those who manage them see this.", choices=codes.ABSENCES,
        missing="Select why they are away",
    )  # fmt: skip
    starts_on = DateField("First day away", missing="Enter the first day", called="The first day")
    ends_on = DateField(
        "First day back", hint="Leave empty if not known.", required=False, called="The day back"
    )

    def values(self) -> AbsenceFacts:
        given = self.cleaned_data
        return {
            "kind": given["kind"],
            "starts_on": given["starts_on"],
            "ends_on": given["ends_on"],
        }


class BackForm(GovForm):
    ends_on = DateField(
        "First day back", missing="Enter the first day back", past=True, called="The day back"
    )

    def values(self) -> BackFacts:
        return {"ends_on": self.cleaned_data["ends_on"]}
