"""What a person typed about an action. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.assurance.inspection.concerns.facts import ActionFacts
from kittiwake.assurance.inspection.models import ConcernAction
from kittiwake.ui.forms import DateField, GovForm, ModelSelectField, TextField


class ActionForm(GovForm):
    what = TextField("What is to be done?", missing="Enter what is to be done", column=ConcernAction.what)
    difference = TextField(
        "What should it change for children?",
        hint="As a child or a worker would notice it.",
        missing="Enter what it should change",
        column=ConcernAction.difference,
    )
    owner = ModelSelectField("Who will do it?", missing="Select who will do it")
    due_on = DateField("By when?", missing="Enter by when", called="By when", future=True)

    def values(self) -> ActionFacts:
        given = self.cleaned_data
        return {
            "what": given["what"],
            "difference": given["difference"],
            "owner": given["owner"],
            "due_on": given["due_on"],
        }


class FinishForm(GovForm):
    outcome = TextField(
        "What came of it?",
        hint="What shows it is put in as evidence next, and judged by somebody else.",
        missing="Enter what came of it",
        column=ConcernAction.outcome,
    )


class DropForm(GovForm):
    why = TextField(
        "Why will it not be done?", missing="Enter why it will not be done", column=ConcernAction.dropped_why
    )
