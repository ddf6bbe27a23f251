"""What a person typed about a context conference. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.meetings.facts import ConferenceAnswers
from kittiwake.practice.meetings.forms import AskingForm
from kittiwake.practice.meetings.models import Meeting
from kittiwake.ui.forms import (
    TextField,
)


class ConferenceForm(AskingForm):
    field_order = ["about"]
    about = TextField(
        "Which place or group is it about?",
        hint="No child’s name. A context conference looks at what makes a place unsafe.",
        missing="Enter which place or group it is about",
        column=Meeting.about,
    )

    def values(self) -> ConferenceAnswers:
        answers = self.cleaned_data
        return {
            "about": answers["about"],
            "why": answers["why"],
            "asked": answers["asked"],
            "asked_by": answers["asked_by"],
            "planned": answers["planned"],
            "where": answers["where"],
            "chair": answers["chair"],
        }
