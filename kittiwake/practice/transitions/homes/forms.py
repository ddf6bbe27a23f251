"""What a person typed about where a care leaver lives. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.forms import own_words, past_day
from kittiwake.ui.forms import (
    GovForm,
    SelectField,
    TextAreaField,
    YesNoField,
)


class HomeFacts(TypedDict):
    starts_on: date
    kind: str
    is_suitable: bool
    council_provides: bool
    words: str
    child_words: str


class HomeForm(GovForm):
    starts_on = past_day("From when do they live there?", "Enter the day they moved in")
    kind = SelectField("Where do they live?", choices=rules.HOMES, missing="Select where they live")
    is_suitable = YesNoField(
        "Does it suit them?",
        hint="Safe, affordable, near the people they need.",
        missing="Select whether it suits them",
    )
    council_provides = YesNoField(
        "Does the council provide it?", missing="Select whether the council provides it"
    )
    words = TextAreaField("What should change about it?", rows=3, required=False)
    child_words = own_words()

    def values(self) -> HomeFacts:
        answers = self.cleaned_data
        return {
            "starts_on": answers["starts_on"],
            "kind": answers["kind"],
            "is_suitable": answers["is_suitable"],
            "council_provides": answers["council_provides"],
            "words": answers["words"],
            "child_words": answers["child_words"],
        }
