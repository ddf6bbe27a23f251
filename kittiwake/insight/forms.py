"""Which period to show, and as known at which day. Parse and validate; never save."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kittiwake.insight.disclosure import quarters
from kittiwake.ui.forms import DateField, GovForm, SelectField, choose_from


class PeriodForm(GovForm):
    mark_optional = False
    first = DateField("First day", missing="Enter the first day", called="The first day")
    last = DateField("Last day", missing="Enter the last day", called="The last day")
    known = DateField(
        "As known at the end of",
        hint="Leave it empty to see what is known now. With a day, each figure that has changed since stands beside "
        "what it was then.",
        required=False,
        past=True,
        called="The day it was known",
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        first, last, known = (answers.get(name) for name in ("first", "last", "known"))
        if first and last and last < first:
            self.add_error("last", "The last day must be the same as or after the first day")
        if first and last and (last - first).days > MOST_DAYS:
            self.add_error("first", "The period must be 10 years or less")
        if last and known and known < last:
            self.add_error("known", "The day it was known must be the last day of the period or a later day")
        return answers


MOST_DAYS = 3660


class QuarterForm(GovForm):
    """For whoever sees no child (disclosure.quarters)."""

    mark_optional = False
    quarter = SelectField("Quarter")

    def __init__(self, *args: Any, offered: Sequence[date], **options: Any) -> None:
        super().__init__(*args, **options)
        choose_from(self, "quarter", [(first.isoformat(), quarters.in_words(first)) for first in offered])

    def clean_quarter(self) -> date:
        return date.fromisoformat(self.cleaned_data["quarter"])
