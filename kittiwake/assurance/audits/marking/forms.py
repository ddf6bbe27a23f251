"""What a person typed of a second mark, and of which grade stands. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.forms import INADEQUATE_FIRST, ToolForm, overall_field, told_fields
from kittiwake.ui.forms import (
    GovForm,
    ModelSelectField,
    RadiosField,
    TextAreaField,
)


class SecondMarkForm(ToolForm):
    own_last = (("Overall", ["overall", "why"]),)
    overall = overall_field()
    why = TextAreaField("Why this grade?", rows=4, missing="Enter why this grade")


class AskModerationForm(GovForm):
    moderator = ModelSelectField(
        "Who will moderate?",
        hint="Not whoever made the audit, works with the child or manages who does.",
        missing="Select who will moderate",
    )


class SettleForm(GovForm):
    grade = RadiosField(
        "Which grade stands?", choices=INADEQUATE_FIRST, missing="Select the grade that stands"
    )
    told, told_how = told_fields().values()
    reason = TextAreaField("If it changes, why?", rows=4, required=False)

    def __init__(self, *args: Any, stands: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["grade"].initial = stands
        if stands == rules.INADEQUATE:
            del self.fields["told"], self.fields["told_how"]
            return
        self.fields["grade"].reveals = {rules.INADEQUATE: ["told", "told_how"]}
