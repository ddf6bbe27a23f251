"""What a person typed about the council. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict

from kittiwake.council.settings.details import Detail
from kittiwake.council.settings.models import CouncilDetail
from kittiwake.ui.forms import DateField, GovForm, TextAreaField, TextField, VersionField


class DetailFacts(TypedDict):
    value: str
    effective_from: date
    why: str
    version: int


class DetailForm(GovForm):
    version = VersionField()
    value = TextField("What is it?", required=False, column=CouncilDetail.value)
    effective_from = DateField(
        "From which day?",
        hint="Today or later.",
        missing="Enter the day it starts",
        called="The day it starts",
    )
    why = TextField("Why, and who decided it?", missing="Enter why it changes", column=CouncilDetail.why)

    def __init__(self, *given: Any, detail: Detail, **more: Any) -> None:
        super().__init__(*given, **more)
        if detail.has_lines:
            self.fields["value"] = TextAreaField(
                "What is it?", required=False, rows=4, show_count=False, column=CouncilDetail.value
            )
        self.fields["value"].label = detail.title
        self.fields["value"].help_text = detail.hint

    def facts(self) -> DetailFacts:
        given = self.cleaned_data
        return {
            "value": given["value"],
            "effective_from": given["effective_from"],
            "why": given["why"],
            "version": given["version"],
        }
