"""What a person typed about a bank holiday. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.primitives.clocks.models import BankHoliday
from kittiwake.ui.forms import DateField, GovForm, RadiosField, TextField, VersionField


class HolidayFacts(TypedDict):
    day: date
    is_holiday: bool
    source: str
    version: int


class HolidayForm(GovForm):
    version = VersionField()
    day = DateField("Which day?", missing="Enter the day", called="The day")
    is_holiday = RadiosField(
        "What is it?",
        choices=[("yes", "A bank holiday"), ("no", "No bank holiday after all: it was moved or called off")],
        missing="Select whether it is a bank holiday",
    )
    source = TextField(
        "Where was it announced?",
        hint="Such as “Royal proclamation of 13 November 2026”, or the page on GOV.UK.",
        missing="Enter where it was announced",
        column=BankHoliday.source,
    )

    def facts(self) -> HolidayFacts:
        given = self.cleaned_data
        return {
            "day": given["day"],
            "is_holiday": given["is_holiday"] == "yes",
            "source": given["source"],
            "version": given["version"],
        }
