"""What the council agrees about caseloads. Parse and validate; never save."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kittiwake.assurance.workforce.caseloads.facts import AgreementFacts
from kittiwake.assurance.workforce.forms import LARGEST, decimal_of
from kittiwake.assurance.workforce.models import CaseloadRule
from kittiwake.ui.forms import DateField, GovForm, NumberField, TextField

TRACKS = [
    ("early_help", "Early help"),
    ("child_in_need", "Child in need"),
    ("child_protection", "Child protection plan"),
    ("in_care", "In care"),
    ("care_leaver", "Care leaver"),
]


class AgreementForm(GovForm):
    """The usual caseload, the newly qualified worker’s share of it, and what a child of each track weighs."""

    starts_on = DateField("From which day?", missing="Enter the day", called="The day")
    usual = TextField(
        "How many children has a whole-time worker?",
        width=5,
        max_length=10,
        missing="Enter how many",
        inputmode="decimal",
    )
    share = NumberField(
        "Which share of that may a newly qualified worker have?", hint="About 90 is the norm of the programme.",
        suffix="%", min_value=1, max_value=100, missing="Enter the share", called="The share",
    )  # fmt: skip
    most_managed = NumberField(
        "How many people may a whole-time manager manage?", hint="Leave empty where nothing was agreed.",
        required=False, min_value=1, max_value=LARGEST, called="The number of people",
    )  # fmt: skip
    source = TextField(
        "Where was this agreed?", missing="Enter where this was agreed", column=CaseloadRule.source
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, title in TRACKS:
            self.fields[f"weight_{key}"] = TextField(
                f"Weight: {title.lower()}", hint="Leave empty for 1.", width=5, max_length=10, required=False
            )

    def clean_usual(self) -> Decimal | None:
        return decimal_of(self, "usual", maximum=LARGEST)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        typed = [key for key, _ in TRACKS if given.get(f"weight_{key}")]
        weights = {key: decimal_of(self, f"weight_{key}", maximum=LARGEST) for key in typed}
        given["weights"] = {key: float(weight) for key, weight in weights.items() if weight}
        return given

    def values(self) -> AgreementFacts:
        given = self.cleaned_data
        return {
            "starts_on": given["starts_on"],
            "usual": given["usual"],
            "protected_share": Decimal(given["share"]) / 100,
            "weights": given["weights"],
            "most_managed": given["most_managed"],
            "source": given["source"],
        }
