"""What a person typed about keeping a record on. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.assurance.retention.models import KeptOn
from kittiwake.ui.forms import DateField, GovForm, TextField, VersionField


class KeepFacts(TypedDict):
    until: date
    why: str
    version: int


class KeepForm(GovForm):
    version = VersionField()
    until = DateField(
        "Until which day?",
        hint="It stands in the list again from then on.",
        missing="Enter the day",
        called="The day",
        future=True,
    )
    why = TextField(
        "Why is it kept?",
        hint="Such as an inquiry, a claim, a complaint, or because they have asked for it.",
        missing="Enter why it is kept",
        column=KeptOn.why,
    )

    def facts(self) -> KeepFacts:
        given = self.cleaned_data
        return {"until": given["until"], "why": given["why"], "version": given["version"]}
