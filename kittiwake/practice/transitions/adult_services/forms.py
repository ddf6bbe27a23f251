"""What a person typed about adult services. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.facts import ReferAnswers
from kittiwake.practice.transitions.forms import past_day
from kittiwake.practice.transitions.models import AdultReferral
from kittiwake.ui.forms import (
    GovForm,
    RadiosField,
    TextAreaField,
    TextField,
)


class ReferForm(GovForm):
    referred_on = past_day("When were adult services asked?", "Enter the day they were asked")
    to_whom = TextField("Who was asked?", missing="Enter who was asked", column=AdultReferral.to_whom)
    needs = TextAreaField("What will they need after 18?", rows=4, missing="Enter what they will need")
    agrees = RadiosField(
        "Does the young person agree?",
        choices=[("yes", "Yes"), ("no", "No")],
        reveals={"no": ["agrees_words"]},
        missing="Select whether they agree",
    )
    agrees_words = TextField(
        "What do they say?", missing="Enter what they say", column=AdultReferral.agrees_words
    )

    def values(self) -> ReferAnswers:
        answers = self.cleaned_data
        return {
            "referred_on": answers["referred_on"],
            "to_whom": answers["to_whom"],
            "needs": answers["needs"],
            "agrees": answers["agrees"] == "yes",
            "agrees_words": answers["agrees_words"],
        }


class AnswerFacts(TypedDict):
    answered_on: date
    answer: str
    words: str
    adult_worker: str


class AnswerForm(GovForm):
    answered_on = past_day("When did they answer?", "Enter the day they answered")
    answer = RadiosField("What did they answer?", choices=rules.ANSWERS, missing="Select what they answered")
    words = TextAreaField("What did they say?", rows=3, required=False)
    adult_worker = TextField(
        "Who will work with the young person?", required=False, column=AdultReferral.adult_worker
    )

    def values(self) -> AnswerFacts:
        answers = self.cleaned_data
        return {
            "answered_on": answers["answered_on"],
            "answer": answers["answer"],
            "words": answers["words"],
            "adult_worker": answers["adult_worker"],
        }


class MeetForm(GovForm):
    met_on = past_day("When did they meet?", "Enter the day they met")
    adult_worker = TextField("Who met them?", missing="Enter who met them", column=AdultReferral.adult_worker)
