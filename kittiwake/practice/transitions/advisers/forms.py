"""What a person typed about an adviser’s contact. Parse and validate; never save."""

from __future__ import annotations

from typing import TypedDict

from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.forms import own_words
from kittiwake.practice.transitions.models import Contact
from kittiwake.time.moments import Moment
from kittiwake.ui.forms import (
    GovForm,
    MomentField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
)


class ContactFacts(TypedDict):
    contacted: Moment
    adviser_name: str
    how: str
    activity: str
    child_words: str
    words: str


class ContactForm(GovForm):
    contacted = MomentField("When?", missing="Enter when", called="The time", past=True)
    adviser_name = TextField(
        "Who was in touch?", missing="Enter who was in touch", column=Contact.adviser_name
    )
    how = RadiosField("How?", choices=rules.MEANS, missing="Select how", small=True)
    activity = SelectField(
        "What are they doing now?", choices=rules.ACTIVITIES, missing="Select what they are doing"
    )
    child_words = own_words()
    words = TextAreaField("How are they, and what will you do?", rows=4, required=False)

    def values(self) -> ContactFacts:
        answers = self.cleaned_data
        return {
            "contacted": answers["contacted"],
            "adviser_name": answers["adviser_name"],
            "how": answers["how"],
            "activity": answers["activity"],
            "child_words": answers["child_words"],
            "words": answers["words"],
        }
