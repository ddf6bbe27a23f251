"""What a person typed about a safety plan. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.practice.plans import rules
from kittiwake.ui.forms import (
    ConfirmField,
    DateField,
    GovForm,
    HiddenField,
    ModelCheckboxesField,
    ModelSelectField,
    RadiosField,
    TextAreaField,
    TextField,
    VersionField,
    YesNoField,
)


class PlanForm(GovForm):
    sections = [
        ("The worry", ["worry", "warning_signs"]),
        ("Their version", ["child_version"]),
        ("What keeps them safe", ["trusted_people", "safe_places", "phone_plan"]),
        ("If it goes wrong", ["contingency"]),
        ("Dates", ["agreed_on", "review_on"]),
    ]
    following = VersionField()
    because_of = HiddenField("What this is because of", required=False)
    worry = TextAreaField(
        "What are we worried may happen to them, and who may do it?",
        hint="Plainly enough for them to read. Say who does the harm.",
        missing="Enter what we are worried may happen to them",
    )
    warning_signs = TextAreaField(
        "What are the first signs that it is happening?",
        hint="For example, a second phone, or a call from a number nobody knows.",
        required=False,
    )
    child_version = TextAreaField(
        "What do they say would keep them safe?",
        hint="In their own words. Leave empty if they have not been asked yet.",
        required=False,
    )
    trusted_people = TextAreaField(
        "Whom do they trust?", hint="Names, and how to reach them.", rows=3, required=False
    )
    safe_places = TextAreaField("Where can they go and be safe, day or night?", rows=3, required=False)
    phone_plan = TextAreaField(
        "How do they ask for help without others noticing?",
        hint="For example, a word to text, whom it goes to, and what that person does.",
        rows=3,
        required=False,
    )
    contingency = TextAreaField(
        "If this happens, who does what?",
        hint="For example: if they are not home by 9pm, their aunt rings the duty worker, who rings the police.",
        required=False,
    )
    agreed_on = DateField(
        "When was this agreed?",
        missing="Enter when this was agreed",
        called="The day it was agreed",
        past=True,
    )
    review_on = DateField(
        "When will you look at it again?",
        missing="Enter when you will look at it again",
        called="The day to look at it again",
        future=True,
    )

    def values(self) -> dict[str, Any]:
        """The answers, without what only finds something else."""
        return {name: value for name, value in self.cleaned_data.items() if name != "because_of"}


class ActionForm(GovForm):
    sections = [
        ("What", ["what", "risks"]),
        ("Who", ["who_is", "who", "owner"]),
        ("When", ["when", "evenings_weekends", "by_on"]),
    ]
    what = TextField(
        "What will somebody do?", missing="Enter what somebody will do", max_length=500, called="What"
    )
    risks = ModelCheckboxesField(
        "Which risks is this about?", hint="Everything it makes safer.", required=False
    )
    who_is = RadiosField("Who will do it?", choices=rules.WHO, missing="Select who will do it", small=True)
    who = TextField(
        "Their name",
        hint="As the family says it.",
        missing="Enter their name",
        max_length=200,
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
        max_length=200,
        called="When",
    )
    evenings_weekends = ConfirmField("This covers evenings or weekends", required=False)
    by_on = DateField(
        "By which day?", hint="If it is done once.", called="The day", future=True, required=False
    )

    def __init__(self, *args: Any, risks: Any, workers: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["risks"].queryset = risks
        self.fields["owner"].queryset = workers
        if not risks.exists():
            del self.fields["risks"]
            self.sections = [(title, [n for n in names if n != "risks"]) for title, names in self.sections]


class CoverForm(GovForm):
    actions_ = ModelCheckboxesField(
        "Which of these is about it?", missing="Select at least one action", called="The actions"
    )

    def __init__(self, *args: Any, actions: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["actions_"].queryset = actions


class LeaveForm(GovForm):
    reason = TextAreaField(
        "Why does the plan do nothing about it?",
        hint="For example, another plan answers it: say which. Your name stands beside this.",
        rows=3,
        max_length=500,
        missing="Enter why the plan does nothing about it",
        called="The reason",
    )


class AgreementForm(GovForm):
    role = RadiosField("Who is this?", choices=rules.ROLES, missing="Select who this is")
    who = TextField("Their name", missing="Enter their name", max_length=200, called="Their name")
    agreed = YesNoField(
        "Do they agree with the plan?", missing="Select whether they agree", reveals={"no": ["why_not"]}
    )
    why_not = TextAreaField(
        "Why not?", hint="As they said it.", rows=3, max_length=500, missing="Enter why they do not agree"
    )


class KeepForm(GovForm):
    why = TextAreaField(
        "Why does the plan stay as it is?",
        rows=3,
        max_length=250,
        missing="Enter why the plan stays as it is",
        called="The reason",
    )


class ReasonForm(GovForm):
    reason = TextAreaField("Why?", rows=3, max_length=300, missing="Enter why", called="The reason")


class PutForwardForm(GovForm):
    """Nothing to say: only to be sure."""
