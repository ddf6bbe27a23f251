"""What a person typed about a plan. Parse and validate; never save."""

from __future__ import annotations

from typing import TypedDict

from kittiwake.practice.plans import rules
from kittiwake.practice.plans.models import PlanAgreement
from kittiwake.record.models import Entry
from kittiwake.ui.forms import (
    GovForm,
    RadiosField,
    TextAreaField,
    TextField,
)


class AgreementAnswers(TypedDict):
    role: str
    who: str
    answer: str
    how: str
    why_not: str


class AgreementForm(GovForm):
    role = RadiosField("Who is this?", choices=rules.ROLES, missing="Select who this is")
    who = TextField("Their name", missing="Enter their name", column=PlanAgreement.who, called="Their name")
    answer = RadiosField(
        "What do they say of the plan?",
        choices=rules.ANSWERS,
        missing="Select what they say",
        reveals={rules.DISAGREES: ["why_not"], rules.NOT_ASKED: ["why_not_asked"]},
    )
    why_not = TextAreaField(
        "Why not?",
        hint="As they said it.",
        rows=3,
        column=PlanAgreement.why_not,
        missing="Enter why they do not agree",
    )
    why_not_asked = TextAreaField(
        "Why could nobody ask them?",
        hint="And when somebody will.",
        rows=3,
        column=PlanAgreement.why_not,
        missing="Enter why nobody could ask them",
    )
    how = RadiosField(
        "How do you know what they say?",
        hint="Leave this out if they were not asked.",
        choices=rules.HOW,
        required=False,
    )

    def values(self) -> AgreementAnswers:
        answers = self.cleaned_data
        return {
            "role": answers["role"],
            "who": answers["who"],
            "answer": answers["answer"],
            "how": answers["how"],
            "why_not": answers["why_not"] or answers["why_not_asked"],
        }


class KeepForm(GovForm):
    why = TextAreaField(
        "Why does the plan stay as it is?",
        rows=3,
        max_length=250,
        missing="Enter why the plan stays as it is",
        called="The reason",
    )


class ReasonForm(GovForm):
    reason = TextAreaField(
        "Why?", rows=3, column=Entry.struck_out_reason, missing="Enter why", called="The reason"
    )


class PutForwardForm(GovForm):
    """Nothing to say: only to be sure."""
