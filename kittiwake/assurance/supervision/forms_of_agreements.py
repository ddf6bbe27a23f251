"""What a person typed about who supervises whom, and how good a supervision was. Never saves."""

from __future__ import annotations

from typing import Any

from kittiwake.access.people import offer
from kittiwake.assurance.supervision import rules, rules_of_quality
from kittiwake.ui.forms import DateField, GovForm, ModelSelectField, RadiosField, TextAreaField

MARKS = [(str(mark), f"{mark}: {words}") for mark, words in enumerate(rules_of_quality.LEVELS)]


class AgreeForm(GovForm):
    worker = ModelSelectField("Who is supervised?", missing="Select who is supervised")
    supervisor = ModelSelectField("Who supervises them?", missing="Select who supervises them")
    profession = RadiosField(
        "Are they a social worker?",
        choices=rules.PROFESSIONS,
        hint="Those in their first year are supervised weekly for 6 weeks and fortnightly to 6 months. Their first year is recorded "
        "on their own page, under Caseloads.",
        missing="Select whether they are a social worker",
    )
    starts_on = DateField("From which day?", missing="Enter from which day", called="The first day")

    def __init__(self, *args: Any, workers: Any, supervisors: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["worker"].queryset = workers  # type: ignore[attr-defined]
        offer(self, "supervisor", supervisors)


class EndForm(GovForm):
    ends_on = DateField(
        "On which day does it end?", missing="Enter on which day it ends", called="The last day"
    )


class SampleForm(GovForm):
    """One question for each part of the rubric that is read; what is known from the dates is not asked."""

    words = TextAreaField(
        "What would make it better?",
        hint="Both of them read this.",
        rows=4,
        missing="Enter what would make it better",
    )
    field_order = [*rules_of_quality.READ, "words"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, (title, hint) in rules_of_quality.READ.items():
            self.fields[name] = RadiosField(
                title, hint=hint, choices=MARKS, missing=f"Select a mark for {title.lower()}", small=True
            )
        self.order_fields(self.field_order)

    def values(self) -> dict[str, Any]:
        marks = {name: int(self.cleaned_data[name]) for name in rules_of_quality.READ}
        return {"marks": marks, "words": self.cleaned_data["words"]}
