"""What a person typed about programmes, samples and learning. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict

from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.models import Programme, Sample
from kittiwake.assurance.audits.programmes.facts import DrawFacts
from kittiwake.record import codes
from kittiwake.ui.forms import (
    CheckboxesField,
    DateField,
    GovForm,
    ModelSelectField,
    NumberField,
    RadiosField,
    TextAreaField,
    TextField,
)

SHARE = f"Between {rules.MODERATED_FROM} and {rules.MODERATED_TO} percent of them."


class ProgrammeFacts(TypedDict):
    title: str
    kind: str
    follows: Programme | None
    question: str
    tool: str
    starts_on: date
    ends_on: date
    moderated_share: int


class ProgrammeForm(GovForm):
    title = TextField("What is it called?", missing="Enter what it is called", column=Programme.title)
    kind = RadiosField(
        "What kind of audit?",
        choices=rules.PROGRAMMES,
        reveals={rules.RE_AUDIT: ["follows"]},
        missing="Select what kind of audit",
    )
    follows = ModelSelectField(
        "Which programme does it come after?", missing="Select the programme it comes after"
    )
    question = TextAreaField("What do we want to know?", rows=3, missing="Enter what we want to know")
    tool = RadiosField("Which tool?", choices=rules.TOOLS, missing="Select the tool")
    starts_on = DateField("From when?", missing="Enter from when")
    ends_on = DateField("Finished by when?", missing="Enter by when it is finished")
    moderated_share = NumberField(
        "How many are moderated, in percent?",
        hint=SHARE,
        initial=20,
        max_value=100,
        missing="Enter how many are moderated",
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        follows_field: Any = self.fields["follows"]
        follows_field.queryset = Programme.objects.order_by("-starts_on", "-pk")

    def values(self) -> ProgrammeFacts:
        answers = self.cleaned_data
        return {
            "title": answers["title"],
            "kind": answers["kind"],
            "follows": answers["follows"],
            "question": answers["question"],
            "tool": answers["tool"],
            "starts_on": answers["starts_on"],
            "ends_on": answers["ends_on"],
            "moderated_share": answers["moderated_share"],
        }


class DrawForm(GovForm):
    size = NumberField(
        "How many children?", min_value=1, column=Sample.size, missing="Enter how many children"
    )
    seed = TextField(
        "Seed",
        hint="Any word or number. Whoever has it and the list can draw the same sample again.",
        missing="Enter a seed",
        width=20,
        column=Sample.seed,
    )
    not_since = DateField(
        "Leave out children audited since", hint="Leave empty to leave nobody out.", required=False, past=True
    )
    tracks = CheckboxesField(
        "Only these",
        hint="Leave empty for all.",
        choices=[(code.key, code.label) for code in codes.TRACK],
        required=False,
        small=True,
    )

    again_why = TextField(
        "Why is another sample drawn?",
        hint="One was drawn before. Both stay listed, with this beside the second.",
        missing="Enter why another sample is drawn",
        column=Sample.again_why,
    )

    def __init__(self, *args: Any, is_another: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not is_another:
            del self.fields["again_why"]

    def values(self) -> DrawFacts:
        given = self.cleaned_data
        return {
            "seed": given["seed"],
            "size": given["size"],
            "not_since": given["not_since"],
            "tracks": tuple(given["tracks"]),
            "again_why": given.get("again_why", ""),
        }


class AssignForm(GovForm):
    auditor = ModelSelectField(
        "Who will audit this record?",
        hint="Not whoever works with the child, or manages who does. They can open the record for 60 days.",
        missing="Select who will audit this record",
    )
