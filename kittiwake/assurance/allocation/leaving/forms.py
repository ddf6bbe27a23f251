"""When a worker leaves. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.assurance.allocation.leaving.facts import LeavingFacts
from kittiwake.assurance.workforce import codes
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    SelectField,
    TextField,
)


class LeavingForm(GovForm):
    ends_on = DateField(
        "From which day do they not work here any more?",
        hint="The day after their last day.",
        missing="Enter the day from which they are not here",
        called="The day",
    )
    why = TextField(
        "Why do they leave?",
        hint="As they are content to have it known.",
        missing="Enter why they leave",
        max_length=300,
    )
    reason = SelectField(
        "How does their employment end?",
        hint="For the yearly census. Only those who answer for them see it.",
        choices=[(code, label) for code, label in codes.REASONS if code != codes.MOVED_INSIDE],
        missing="Select how their employment ends",
    )

    def __init__(self, *given: Any, is_engaged: bool, **more: Any) -> None:
        super().__init__(*given, **more)
        if not is_engaged:
            del self.fields["reason"]

    def values(self) -> LeavingFacts:
        given = self.cleaned_data
        return {"ends_on": given["ends_on"], "why": given["why"], "reason": given.get("reason", "")}
