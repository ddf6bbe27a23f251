"""What a person typed about a baseline. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.insight.models import Baseline
from kittiwake.ui.forms import DateField, GovForm, TextField, VersionField


class BaselineFacts(TypedDict):
    starts_on: date
    why: str
    version: int


class TakeBackFacts(TypedDict):
    why: str
    version: int


class BaselineForm(GovForm):
    version = VersionField()
    starts_on = DateField(
        "From which day has the work been done differently?",
        hint="The new baseline begins with that month. It has limits as soon as ten months since then have enough cases.",
        missing="Enter the day",
        called="The day",
        past=True,
    )
    why = TextField(
        "What has changed since then?",
        hint="Such as a new team, a new way of working, or another way of counting. A figure that got worse is no reason.",
        missing="Enter what has changed",
        column=Baseline.why,
    )

    def facts(self) -> BaselineFacts:
        given = self.cleaned_data
        return {"starts_on": given["starts_on"], "why": given["why"], "version": given["version"]}


class TakeBackForm(GovForm):
    version = VersionField()
    why = TextField("Why is it taken back?", missing="Enter why it is taken back", column=Baseline.why)

    def facts(self) -> TakeBackFacts:
        return {"why": self.cleaned_data["why"], "version": self.cleaned_data["version"]}
