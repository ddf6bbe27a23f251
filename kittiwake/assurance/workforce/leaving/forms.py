"""What somebody says when they leave, and what is struck out. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from kittiwake.access.people import offer
from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.leaving.facts import ExitInterviewFacts
from kittiwake.record.models import Worker
from kittiwake.ui.forms import (
    CheckboxesField,
    DateField,
    GovForm,
    ModelSelectField,
    TextAreaField,
    YesNoField,
)


class ExitInterviewForm(GovForm):
    held_by = ModelSelectField(
        "Who held it?", hint="Anybody but who managed them.", missing="Select who held it"
    )
    held_on = DateField("When?", missing="Enter the day", past=True, called="The day")
    reasons = CheckboxesField(
        "Why do they leave?", choices=codes.WHY_LEAVE, missing="Select why they leave", small=True
    )
    words = TextAreaField("In their own words", required=False)
    would_have_kept = TextAreaField("What would have kept them?", required=False)
    may_share = YesNoField(
        "May these words be shared without their name?", missing="Select yes if they agreed to it"
    )

    def __init__(self, *args: Any, others: QuerySet[Worker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "held_by", others)

    def values(self) -> ExitInterviewFacts:
        given = self.cleaned_data
        return {
            "held_by": given["held_by"],
            "held_on": given["held_on"],
            "reasons": given["reasons"],
            "words": given["words"],
            "would_have_kept": given["would_have_kept"],
            "may_share": given["may_share"],
        }
