"""What a person typed about a plan. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.practice.meetings.rules import PARTICIPATION
from kittiwake.practice.plans import parts, rules
from kittiwake.practice.plans.models import Agreement, LeftUncovered, PlanAction
from kittiwake.practice.plans.parts import Part
from kittiwake.record.models import Entry
from kittiwake.ui.forms import (
    ConfirmField,
    DateField,
    GovForm,
    HiddenField,
    ModelCheckboxesField,
    ModelRadiosField,
    ModelSelectField,
    RadiosField,
    TextAreaField,
    TextField,
    VersionField,
)


class PlanForm(GovForm):
    sections = [
        ("The worry", ["worry", "warning_signs"]),
        ("Their version", ["child_version"]),
        ("What keeps them safe", ["trusted_people", "safe_places", "phone_plan", "capacity"]),
        ("If it goes wrong", ["contingency"]),
        ("Dates", ["started_on", "agreed_on", "review_on"]),
    ]
    version = VersionField()  # the number of the version that was read
    kind = HiddenField("Which plan this is", required=False)
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
    capacity = TextAreaField(
        "Can the adults it relies on do it, and how do you know?",
        hint="For example, who else is at home at night, and what happened last time.",
        rows=3,
        required=False,
    )
    contingency = TextAreaField(
        "If this happens, who does what?",
        hint="For example: if they are not home by 9pm, their aunt rings the duty worker, who rings the police.",
        required=False,
    )
    started_on = DateField(
        "When did this plan begin?",
        missing="Enter when this plan began",
        called="The day it began",
        past=True,
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

    def __init__(self, *args: Any, kind: str, is_begun: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        wanted = parts.of(kind)
        for part in wanted:
            self.fields[f"part_{part.key}"] = _answer_to(part)
        sections = [*self.sections]
        if wanted:
            sections.insert(2, (rules.CALLED[kind], [f"part_{part.key}" for part in wanted]))
        if kind not in rules.BEGUN or is_begun:
            del self.fields["started_on"]
        self.sections = [(title, [n for n in names if n in self.fields]) for title, names in sections]

    def values(self) -> dict[str, Any]:
        """The answers, as recording takes them."""
        found = {n: v for n, v in self.cleaned_data.items() if n not in ("because_of", "kind", "version")}
        answers = {n.removeprefix("part_"): found.pop(n) for n in [*found] if n.startswith("part_")}
        return {**found, "parts": answers, "following": self.cleaned_data["version"]}


def _answer_to(part: Part) -> TextAreaField:
    return TextAreaField(part.title, hint=part.hint, rows=3, required=False)


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
        self.fields["risks"].queryset = risks
        if not risks.exists():
            del self.fields["risks"]
            self.sections = [(title, [n for n in names if n != "risks"]) for title, names in self.sections]


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
        self.fields["action"].queryset = actions
        self.fields["risks"].queryset = risks


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
        column=LeftUncovered.reason,
        missing="Enter why the plan does nothing about it",
        called="The reason",
    )


class AgreementForm(GovForm):
    role = RadiosField("Who is this?", choices=rules.ROLES, missing="Select who this is")
    who = TextField("Their name", missing="Enter their name", column=Agreement.who, called="Their name")
    answer = RadiosField(
        "What do they say of the plan?",
        choices=rules.ANSWERS,
        missing="Select what they say",
        reveals={rules.DISAGREES: ["why_not"], rules.NOT_ASKED: ["why_not_asked"]},
    )
    why_not = TextAreaField(
        "Why not?",
        hint="As they said it.",
        rows=3,
        column=Agreement.why_not,
        missing="Enter why they do not agree",
    )
    why_not_asked = TextAreaField(
        "Why could nobody ask them?",
        hint="And when somebody will.",
        rows=3,
        column=Agreement.why_not,
        missing="Enter why nobody could ask them",
    )
    how = RadiosField(
        "How do you know what they say?",
        hint="Leave this out if they were not asked.",
        choices=rules.HOW,
        required=False,
    )

    def values(self) -> dict[str, Any]:
        found = dict(self.cleaned_data)
        untold = found.pop("why_not_asked")
        return {**found, "why_not": found["why_not"] or untold}


class ReviewForm(GovForm):
    held_on = DateField("When?", missing="Enter when it was held", called="The day it was held", past=True)
    participation = RadiosField(
        "How did they take part?",
        choices=PARTICIPATION,
        missing="Select how they took part",
        small=True,
    )
    child_said = TextAreaField("What did they say?", hint="In their own words.", rows=3, required=False)
    words = TextAreaField("What was said and decided?", missing="Enter what was said and decided")
    outcome = RadiosField(
        "What happens to the plan?", choices=rules.OUTCOMES, missing="Select what happens to the plan"
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
    reason = TextAreaField(
        "Why?", rows=3, column=Entry.struck_out_reason, missing="Enter why", called="The reason"
    )


class PutForwardForm(GovForm):
    """Nothing to say: only to be sure."""
