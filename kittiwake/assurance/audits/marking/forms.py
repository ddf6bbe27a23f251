"""What a person typed of a second mark, and of which grade stands. Parse and validate; never save."""

from __future__ import annotations

from typing import Any, cast

from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.facts import MarkFacts, SettleFacts
from kittiwake.assurance.audits.forms import (
    INADEQUATE_FIRST,
    ToolForm,
    overall_field,
    told_field,
    told_how_field,
)
from kittiwake.primitives.instruments.forms import QuestionnaireForm
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
    told, told_how = told_field(), told_how_field()
    reason = TextAreaField("If it changes, why?", rows=4, required=False)

    def __init__(self, *args: Any, stands: str, **more: Any) -> None:
        super().__init__(*args, **more)
        grade: Any = self.fields["grade"]
        grade.initial = stands
        if stands == rules.INADEQUATE:
            del self.fields["told"], self.fields["told_how"]
            return
        grade.reveals = {rules.INADEQUATE: ["told", "told_how"]}

    def values(self) -> SettleFacts:
        """Who was told is not asked of a grade that was inadequate already: they were told then."""
        answers = self.cleaned_data
        return {
            "grade": answers["grade"],
            "reason": answers["reason"],
            "told": answers.get("told"),
            "told_how": answers.get("told_how", ""),
        }


def mark_facts(form: QuestionnaireForm) -> MarkFacts:
    """What a SecondMarkForm says beside the answers to the tool."""
    return cast(MarkFacts, form.own())
