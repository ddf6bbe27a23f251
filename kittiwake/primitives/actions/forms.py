"""What a person typed about an action. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Worker
from kittiwake.ui.forms import DateField, GovForm, ModelSelectField, TextAreaField, TextField


class ActionFacts(TypedDict):
    what: str
    difference: str
    owner: Worker | None
    due_on: date


class ActionForm(GovForm):
    what = TextField(
        "What will be done?", missing="Enter what will be done", column=Action.what, called="What"
    )
    difference = TextField(
        "What should it change for the child?",
        required=False,
        column=Action.difference,
        called="What it should change",
    )
    owner = ModelSelectField("Who will do it?", blank="Choose a person", missing="Select who will do it")
    due_on = DateField("By which day?", missing="Enter by which day", called="The day", future=True)

    def values(self) -> ActionFacts:
        answers = self.cleaned_data
        return {
            "what": answers["what"],
            "difference": answers["difference"],
            "owner": answers["owner"],
            "due_on": answers["due_on"],
        }


class OutcomeForm(GovForm):
    outcome = TextAreaField(
        "What came of it for the child?",
        hint="What is different now. If nothing is, say so.",
        rows=3,
        column=Action.outcome,
        missing="Enter what came of it for the child",
        called="What came of it",
    )


class GiveForm(GovForm):
    owner = ModelSelectField("Who will do it?", blank="Choose a person", missing="Select who will do it")


class DropForm(GovForm):
    reason = TextAreaField(
        "Why will it not be done?",
        rows=3,
        column=Action.dropped_reason,
        missing="Enter why it will not be done",
        called="The reason",
    )
