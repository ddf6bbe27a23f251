"""What a reader marked of a supervision. Parse and validate; never save."""

from __future__ import annotations

from typing import Any, cast

from kittiwake.assurance.supervision.quality import rules
from kittiwake.assurance.supervision.quality.facts import Marks, ReadingFacts
from kittiwake.ui.forms import GovForm, RadiosField, TextAreaField

MARKS = [(str(mark), f"{mark}: {words}") for mark, words in enumerate(rules.LEVELS)]


class SampleForm(GovForm):
    """One question for each part of the rubric that is read; what is known from the dates is not asked."""

    words = TextAreaField(
        "What would make it better?",
        hint="Both of them read this.",
        rows=4,
        missing="Enter what would make it better",
    )
    field_order = [*rules.READ, "words"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, (title, hint) in rules.READ.items():
            self.fields[name] = RadiosField(
                title, hint=hint, choices=MARKS, missing=f"Select a mark for {title.lower()}", small=True
            )
        self.order_fields(self.field_order)

    def values(self) -> ReadingFacts:
        marks = {name: int(self.cleaned_data[name]) for name in rules.READ}
        return {"marks": cast(Marks, marks), "words": self.cleaned_data["words"]}
