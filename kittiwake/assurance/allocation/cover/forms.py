"""Who is away, and who covers. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.access.people import offer
from kittiwake.assurance.allocation.cover.facts import AwayFacts, BackFacts, CoverFacts
from kittiwake.assurance.allocation.models import Away
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    ModelSelectField,
    TextField,
)


class AwayForm(GovForm):
    starts_on = DateField("First day away", missing="Enter the first day away")
    ends_on = DateField("Day they are back", hint="Leave it empty if nobody knows yet.", required=False)
    covered_by = ModelSelectField("Who covers?", blank="Nobody yet", required=False)
    words = TextField(
        "What does whoever covers need to know?",
        hint="Nothing about why they are away.",
        required=False,
        column=Away.words,
    )

    def __init__(self, *given: Any, workers: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        offer(self, "covered_by", workers)

    def values(self) -> AwayFacts:
        given = self.cleaned_data
        return {
            "starts_on": given["starts_on"],
            "ends_on": given["ends_on"],
            "covered_by": given["covered_by"],
            "words": given["words"],
        }


class CoverForm(GovForm):
    covered_by = ModelSelectField("Who covers?", missing="Select who covers")

    def __init__(self, *given: Any, workers: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        offer(self, "covered_by", workers)

    def values(self) -> CoverFacts:
        return {"covered_by": self.cleaned_data["covered_by"]}


class BackForm(GovForm):
    ends_on = DateField("From which day are they back?", missing="Enter the day they are back")

    def values(self) -> BackFacts:
        return {"ends_on": self.cleaned_data["ends_on"]}
