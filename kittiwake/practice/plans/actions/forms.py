"""What a person typed about what somebody does in a plan. Parse and validate; never save."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypedDict, cast

from django.forms import ModelChoiceField

from kittiwake.practice.plans import rules
from kittiwake.practice.plans.models import PlanAction
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Worker
from kittiwake.ui.forms import (
    ConfirmField,
    DateField,
    GovForm,
    ModelCheckboxesField,
    ModelRadiosField,
    ModelSelectField,
    RadiosField,
    TextField,
)


class ActionFacts(TypedDict):
    what: str
    difference: str
    risks: Iterable[PresentingRisk]
    who_is: str
    who: str
    owner: Worker | None
    when: str
    evenings_weekends: bool
    by_on: date | None


class ActionForm(GovForm):
    sections = [
        ("What", ["what", "difference", "risks"]),
        ("Who", ["who_is", "who", "owner"]),
        ("When", ["when", "evenings_weekends", "by_on"]),
    ]
    what = TextField(
        "What will somebody do?", missing="Enter what somebody will do", column=PlanAction.what, called="What"
    )
    difference = TextField(
        "How will we know that it worked?",
        hint="For example, home by 9pm on six of seven nights.",
        required=False,
        column=PlanAction.difference,
        called="How we will know",
    )
    risks = ModelCheckboxesField(
        "Which risks is this about?", hint="Everything it makes safer.", required=False
    )
    who_is = RadiosField("Who will do it?", choices=rules.WHO, missing="Select who will do it", small=True)
    who = TextField(
        "Their name",
        hint="As the family says it.",
        missing="Enter their name",
        column=PlanAction.who,
        called="Their name",
    )
    owner = ModelSelectField(
        "If it is a worker of ours, who?",
        hint="With a day below, it goes on their list of work.",
        blank="Not a worker of ours",
        required=False,
    )
    when = TextField(
        "When, and how often?",
        hint="For example, every Friday and Saturday at 6pm.",
        required=False,
        column=PlanAction.when,
        called="When",
    )
    evenings_weekends = ConfirmField("This covers evenings or weekends", required=False)
    by_on = DateField(
        "By which day?", hint="If it is done once.", called="The day", future=True, required=False
    )

    def __init__(self, *args: Any, risks: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        cast("ModelChoiceField[Any]", self.fields["risks"]).queryset = risks
        if not risks.exists():
            del self.fields["risks"]
            self.sections = [(title, [n for n in names if n != "risks"]) for title, names in self.sections]

    def values(self) -> ActionFacts:
        answers = self.cleaned_data
        return {
            "what": answers["what"],
            "difference": answers["difference"],
            "risks": answers.get("risks", ()),
            "who_is": answers["who_is"],
            "who": answers["who"],
            "owner": answers["owner"],
            "when": answers["when"],
            "evenings_weekends": answers["evenings_weekends"],
            "by_on": answers["by_on"],
        }


class TakeUpFacts(TypedDict):
    action: Action
    risks: Iterable[PresentingRisk]
    who_is: str
    who: str
    when: str
    evenings_weekends: bool


class TakeUpForm(GovForm):
    sections = [
        ("What", ["action", "risks"]),
        ("Who", ["who_is", "who"]),
        ("When", ["when", "evenings_weekends"]),
    ]
    action = ModelRadiosField("Which of these becomes part of the plan?", missing="Select an action")
    risks = ModelCheckboxesField(
        "Which risks is this about?", hint="Everything it makes safer.", required=False
    )
    who_is = RadiosField("Who will do it?", choices=rules.WHO, missing="Select who will do it", small=True)
    who = TextField(
        "Their name",
        hint="As the family says it.",
        missing="Enter their name",
        column=PlanAction.who,
        called="Their name",
    )
    when = TextField("When, and how often?", required=False, column=PlanAction.when, called="When")
    evenings_weekends = ConfirmField("This covers evenings or weekends", required=False)

    def __init__(self, *args: Any, risks: Any, actions: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        cast("ModelChoiceField[Any]", self.fields["action"]).queryset = actions
        cast("ModelChoiceField[Any]", self.fields["risks"]).queryset = risks

    def values(self) -> TakeUpFacts:
        answers = self.cleaned_data
        return {
            "action": answers["action"],
            "risks": answers["risks"],
            "who_is": answers["who_is"],
            "who": answers["who"],
            "when": answers["when"],
            "evenings_weekends": answers["evenings_weekends"],
        }
