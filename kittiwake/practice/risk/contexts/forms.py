"""What a person typed about a place or a group. Parse; never save."""

from __future__ import annotations

from kittiwake.practice.risk import rules
from kittiwake.practice.risk.assessments.forms import DIFFERENT, JudgedForm, judged_field
from kittiwake.practice.risk.contexts.facts import ContextFacts, ContextJudgement
from kittiwake.practice.risk.models import Context
from kittiwake.ui.forms import GovForm, RadiosField, TextAreaField, TextField


class ContextForm(GovForm):
    kind = RadiosField("What is it?", choices=rules.CONTEXTS, missing="Select what it is")
    name = TextField(
        "What do people call it?",
        hint="The place or the group. Name no child.",
        column=Context.name,
        missing="Enter what people call it",
    )

    def values(self) -> ContextFacts:
        return {"kind": self.cleaned_data["kind"], "name": self.cleaned_data["name"]}


class ContextAssessmentForm(JudgedForm):
    own_last = (("Your judgement", ["judged", "why_different"]),)
    judged = judged_field()
    why_different = TextAreaField(DIFFERENT, rows=3, required=False)

    def values(self) -> ContextJudgement:
        answers = self.cleaned_data
        return {"judged": answers["judged"], "why_different": answers["why_different"]}
