"""What a person typed in an audit, a second mark, and what follows. Parse and validate; never save."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.facts import AuditFacts
from kittiwake.assurance.audits.models import Audit
from kittiwake.primitives.instruments.forms import QuestionnaireForm
from kittiwake.ui.forms import (
    GovForm,
    ModelSelectField,
    RadiosField,
    TextAreaField,
    TextField,
)

INADEQUATE_FIRST = list(reversed(rules.GRADES))


def overall_field() -> RadiosField:
    return RadiosField(
        "Overall grade",
        hint=(
            "Your judgement, not an average. Where knowing the risk or keeping safe is inadequate, the overall grade "
            "is inadequate."
        ),
        choices=INADEQUATE_FIRST,
        missing="Select the overall grade",
    )


def told_field() -> ModelSelectField:
    return ModelSelectField("Whom have you told today?", missing="Select whom you have told")


def told_how_field() -> TextAreaField:
    return TextAreaField(
        "What did you tell them, and what happens now?", rows=3, missing="Enter what you told them"
    )


class ToolForm(QuestionnaireForm):
    """`on_record`: what the record itself says, by question. It stands under the question, which is still theirs to answer."""

    def __init__(self, *args: Any, on_record: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        for question, said in on_record.items():
            if field := self.fields.get(question):
                field.help_text = " ".join(filter(None, [str(field.help_text), f"On the record: {said}."]))


class AuditForm(ToolForm):
    own_first = (
        ("With whom", ["done_with", "done_with_words", "child_said", "family_said", "not_asked_why"]),
    )
    own_last = (("Overall", ["went_well", "overall", "told", "told_how", "why"]),)
    done_with = RadiosField(
        "How was it done with the worker?",
        choices=rules.DONE_WITH,
        missing="Select how it was done with the worker",
    )
    done_with_words = TextAreaField(
        "What did the worker say?", hint="If it was done without them, why.", rows=3, required=False
    )
    child_said = TextAreaField("What does the child say about the help they get?", rows=3, required=False)
    family_said = TextAreaField("What does the family say?", rows=3, required=False)
    not_asked_why = TextField(
        "If one of them was not asked, why?", required=False, column=Audit.not_asked_why
    )
    went_well = TextAreaField("What went well?", rows=3, required=False)
    overall = overall_field()
    told, told_how = told_field(), told_how_field()
    why = TextAreaField("Why this grade?", rows=4, missing="Enter why this grade")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        overall: Any = self.fields["overall"]
        overall.reveals = {rules.INADEQUATE: ["told", "told_how"]}


class SafeForm(GovForm):
    words = TextAreaField(
        "How is the child safe now?",
        hint="What was done, by whom, and how you know. Your name stands beside this.",
        missing="Enter how the child is safe now",
    )


def audit_facts(form: QuestionnaireForm) -> AuditFacts:
    """What an AuditForm says beside the answers to the tool."""
    return cast(AuditFacts, form.own())
