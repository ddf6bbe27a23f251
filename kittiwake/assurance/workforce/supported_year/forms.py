"""The first year of somebody newly qualified. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.assurance.workforce.supported_year import rules
from kittiwake.assurance.workforce.supported_year.facts import StepFacts, SupportedYearFacts
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    RadiosField,
)


class SupportedYearForm(GovForm):
    starts_on = DateField("When does their first year begin?", missing="Enter the day", called="The day")
    ends_on = DateField("When does it end?", required=False, called="The end")

    def values(self) -> SupportedYearFacts:
        given = self.cleaned_data
        return {
            "starts_on": given["starts_on"],
            "ends_on": given["ends_on"],
        }


class StepForm(GovForm):
    key = RadiosField(
        "What was held?", choices=[(key, title) for key, title, *_ in rules.STEPS], missing="Select what was held",
        small=True,
    )  # fmt: skip
    held_on = DateField("When?", missing="Enter the day", past=True, called="The day")

    def values(self) -> StepFacts:
        given = self.cleaned_data
        return {
            "key": given["key"],
            "held_on": given["held_on"],
        }
