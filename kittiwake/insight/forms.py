"""Which period to show. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.ui.forms import DateField, GovForm


class PeriodForm(GovForm):
    mark_optional = False
    first = DateField("First day", missing="Enter the first day", called="The first day")
    last = DateField("Last day", missing="Enter the last day", called="The last day")

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        first, last = answers.get("first"), answers.get("last")
        if first and last and last < first:
            self.add_error("last", "The last day must be the same as or after the first day")
        if first and last and (last - first).days > MOST_DAYS:
            self.add_error("first", "The period must be 10 years or less")
        return answers


MOST_DAYS = 3660
