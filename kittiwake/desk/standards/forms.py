"""What a person typed about the council's own limits. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict

from kittiwake.primitives.clocks.models import LocalLimit
from kittiwake.time.durations import LONGEST
from kittiwake.ui.forms import DateField, GovForm, NumberField, TextField, VersionField


class LimitFacts(TypedDict):
    count: int
    effective_from: date
    why: str
    version: int


class LimitForm(GovForm):
    version = VersionField()
    count = NumberField("How many?", missing="Enter how many", called="How many", max_value=LONGEST)
    effective_from = DateField(
        "From which day?",
        hint="Today or later. What is due already stays due when it was.",
        missing="Enter the day it starts",
        called="The day it starts",
    )
    why = TextField(
        "Why, and who decided it?",
        hint="Everybody who opens this standard reads it.",
        missing="Enter why the limit changes",
        column=LocalLimit.why,
    )

    def __init__(self, *given: Any, unit: str, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["count"].label = f"How many {unit}?"

    def facts(self) -> LimitFacts:
        answers = self.cleaned_data
        return {
            "count": answers["count"],
            "effective_from": answers["effective_from"],
            "why": answers["why"],
            "version": answers["version"],
        }
