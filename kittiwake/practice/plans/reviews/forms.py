"""What a person typed about a review of a plan. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.practice.meetings.rules import PARTICIPATION
from kittiwake.practice.plans import rules
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    RadiosField,
    TextAreaField,
)


class ReviewFacts(TypedDict):
    held_on: date
    participation: str
    child_said: str
    words: str
    outcome: str


class ReviewForm(GovForm):
    held_on = DateField("When?", missing="Enter when it was held", called="The day it was held", past=True)
    participation = RadiosField(
        "How did they take part?",
        choices=PARTICIPATION,
        missing="Select how they took part",
        small=True,
    )
    child_said = TextAreaField("What did they say?", hint="In their own words.", rows=3, required=False)
    words = TextAreaField("What was said and decided?", missing="Enter what was said and decided")
    outcome = RadiosField(
        "What happens to the plan?", choices=rules.OUTCOMES, missing="Select what happens to the plan"
    )

    def values(self) -> ReviewFacts:
        answers = self.cleaned_data
        return {
            "held_on": answers["held_on"],
            "participation": answers["participation"],
            "child_said": answers["child_said"],
            "words": answers["words"],
            "outcome": answers["outcome"],
        }
