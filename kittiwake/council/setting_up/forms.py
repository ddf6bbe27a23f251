"""What a person typed about a step. Parse and validate; never save."""

from __future__ import annotations

from typing import TypedDict

from kittiwake.council.setting_up.models import StepAnswer
from kittiwake.ui.forms import GovForm, TextField, VersionField


class AnswerFacts(TypedDict):
    why: str
    version: int


class AnswerForm(GovForm):
    version = VersionField()
    why = TextField(
        "How is it done, or why does the council do without?",
        hint="Everybody who sets the council up reads it.",
        missing="Enter how it is done, or why the council does without",
        column=StepAnswer.why,
    )

    def facts(self) -> AnswerFacts:
        return {"why": self.cleaned_data["why"], "version": self.cleaned_data["version"]}
