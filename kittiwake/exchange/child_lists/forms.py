"""What a person typed about child-level lists. Parse and validate; never save."""

from __future__ import annotations

from datetime import date

from kittiwake.ui.forms import DateField, GovForm


class DayForm(GovForm):
    on = DateField(
        "Which day are the lists of?",
        hint="Today, or a day an inspector names: whoever was worked with that day, as the record knows it now.",
        missing="Enter the day the lists are of",
        called="The day of the lists",
        past=True,
    )

    def day(self) -> date:
        on: date = self.cleaned_data["on"]
        return on
