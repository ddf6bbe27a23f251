"""What a reader marked of a supervision. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.assurance.supervision.quality import rules as quality_rules
from kittiwake.ui.forms import GovForm, RadiosField, TextAreaField

MARKS = [(str(mark), f"{mark}: {words}") for mark, words in enumerate(quality_rules.LEVELS)]


class SampleForm(GovForm):
    """One question for each part of the rubric that is read; what is known from the dates is not asked."""

    words = TextAreaField(
        "What would make it better?",
        hint="Both of them read this.",
        rows=4,
        missing="Enter what would make it better",
    )
    field_order = [*quality_rules.READ, "words"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, (title, hint) in quality_rules.READ.items():
            self.fields[name] = RadiosField(
                title, hint=hint, choices=MARKS, missing=f"Select a mark for {title.lower()}", small=True
            )
        self.order_fields(self.field_order)

    def values(self) -> dict[str, Any]:
        marks = {name: int(self.cleaned_data[name]) for name in quality_rules.READ}
        return {"marks": marks, "words": self.cleaned_data["words"]}
