"""What a person typed about evidence. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.assurance.audits.models import Programme
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.evidence.facts import EvidenceFacts
from kittiwake.assurance.inspection.models import Evidence
from kittiwake.primitives.measures.catalogue import measures
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    ModelSelectField,
    NumberField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
)

REVEALS = {
    rules.MEASURE: ["measure"],
    rules.AUDIT: ["programme"],
    rules.ENTRY: ["entry"],
    rules.DOCUMENT: ["where"],
}


class EvidenceForm(GovForm):
    kind = RadiosField("What is it?", choices=rules.EVIDENCE, reveals=REVEALS, missing="Select what it is")
    measure = SelectField(
        "Which measure?",
        hint="Its figure of the last 12 months is kept as you see it today, and stays beside what it is later.",
        choices=lambda: [(key, f"{each.title} ({key})") for key, each in measures().items()],
        missing="Select the measure",
    )
    programme = ModelSelectField("Which audits?", missing="Select which audits")
    entry = NumberField(
        "Number of the entry",
        hint="It stands at the end of the address of the entry’s page.",
        min_value=1,
        max_value=2_000_000_000,
        width=10,
        missing="Enter the number of the entry",
    )
    where = TextField(
        "Where is it kept?",
        hint="So that somebody else finds it: a folder, an address, the minutes of a meeting.",
        missing="Enter where it is kept",
        column=Evidence.where,
    )
    on = DateField(
        "Of which day is it?",
        hint="Of a document, or of what somebody said. Leave empty for today.",
        required=False,
        past=True,
        called="The day",
    )
    says = RadiosField("What does it say?", choices=rules.SAYS, missing="Select what it says")
    words = TextAreaField(
        "What does it show?",
        hint="In your own words. Name no child here: of an entry it is shown only to whoever may open that record.",
        missing="Enter what it shows",
    )
    action = ModelSelectField(
        "Does it show that an action was done?", required=False, blank="It is about the whole concern"
    )

    def __init__(self, *args: Any, actions: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        programme: Any = self.fields["programme"]
        programme.queryset = Programme.objects.order_by("-starts_on", "-pk")
        action: Any = self.fields["action"]
        action.queryset = actions

    @property
    def entry_key(self) -> int | None:
        return self.cleaned_data.get("entry")

    def values(self) -> EvidenceFacts:
        """Without the entry: it is found through the viewer."""
        given = self.cleaned_data
        return {
            "kind": given["kind"],
            "says": given["says"],
            "words": given["words"],
            "action": given["action"],
            "on": given["on"],
            "where": given["where"] or "",
            "measure": given["measure"] or "",
            "programme": given["programme"],
        }


class SetAsideForm(GovForm):
    why = TextField(
        "Why is it set aside?",
        hint="It stays listed, with your name and this.",
        missing="Enter why it is set aside",
        column=Evidence.set_aside_why,
    )
