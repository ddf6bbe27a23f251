"""What a person typed about a disruption tactic. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict, cast

from kittiwake.practice.disruption import powers, rules
from kittiwake.practice.disruption.models import Tactic, TacticStep
from kittiwake.record.models import Entry, Identifier
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
)

NO_CHILD = "Do not name a child here: others who work with it read this."


class RequestFacts(TypedDict):
    power: str
    target: str
    on_what: str
    conditions: str
    why: str
    who: str
    on: date


class RequestForm(GovForm):
    sections = [
        ("What is asked for", ["power", "target", "on_what", "conditions"]),
        ("Why", ["why"]),
        ("By whom, and when", ["who", "on"]),
    ]
    power = SelectField(
        "Which power?", choices=[("", "Select a power"), *powers.CHOICES], missing="Select a power"
    )
    target = RadiosField("On what?", choices=list(powers.ON.items()), missing="Select what it is used on")
    on_what = TextField(
        "Who or what is that?",
        hint=NO_CHILD,
        missing="Enter who or what it is used on",
        column=Tactic.on_what,
        called="Who or what",
    )
    conditions = TextAreaField("What should it forbid or ask?", hint=NO_CHILD, rows=3, required=False)
    why = TextAreaField(
        "How would it make this child safer?",
        hint="Seen only by those who may see this child.",
        rows=3,
        missing="Enter how it would make this child safer",
    )
    who = TextField("Who asks for it?", missing="Enter who asks for it", column=TacticStep.who, called="Who")
    on = DateField("When?", missing="Enter when it was asked for", called="The day", past=True)

    def values(self) -> RequestFacts:
        answers = self.cleaned_data
        return {
            "power": answers["power"],
            "target": answers["target"],
            "on_what": answers["on_what"],
            "conditions": answers["conditions"],
            "why": answers["why"],
            "who": answers["who"],
            "on": answers["on"],
        }


class StepFacts(TypedDict):
    kind: str
    on: date
    who: str
    until_on: date | None
    words: str


class StepForm(GovForm):
    kind = RadiosField("What happened?", choices=rules.STEPS + rules.IN_COURT, missing="Select what happened")
    on = DateField("When?", missing="Enter when it happened", called="The day", past=True)
    who = TextField(
        "Who did it?",
        hint="An officer, a team, a court.",
        missing="Enter who did it",
        column=TacticStep.who,
        called="Who",
    )
    until_on = DateField("If it was granted: until when?", called="The day it ends", required=False)
    words = TextAreaField("Why, or how?", hint=NO_CHILD, rows=3, required=False, column=TacticStep.words)

    def __init__(self, *args: Any, kinds: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        possible = [(kind, title) for kind, title in rules.STEPS + rules.IN_COURT if kind in kinds]
        if not self.is_bound:
            cast(RadiosField, self.fields["kind"]).choices = possible

    def values(self) -> StepFacts:
        answers = self.cleaned_data
        return {
            "kind": answers["kind"],
            "on": answers["on"],
            "who": answers["who"],
            "until_on": answers["until_on"],
            "words": answers["words"],
        }


class EffectForm(GovForm):
    rating = RadiosField(
        "How much did it change?", choices=rules.EFFECTS, missing="Select how much it changed"
    )
    words = TextAreaField("How do you know?", hint=NO_CHILD, rows=3, missing="Enter how you know")
    on = DateField("On which day is that so?", missing="Enter the day", called="The day", past=True)


class LinkForm(GovForm):
    child = TextField(
        "What is the other child’s council id?",
        hint="Only a child whom you may see. Whoever sees this tactic through one child does not learn who the other is.",
        missing="Enter their council id",
        width=20,
        column=Identifier.value,
        called="The council id",
    )
    why = TextAreaField(
        "How would it make that child safer?",
        hint="Seen only by those who may see that child.",
        rows=3,
        missing="Enter how it would make that child safer",
    )


class ReasonForm(GovForm):
    reason = TextAreaField(
        "Why?", rows=3, column=Entry.struck_out_reason, missing="Enter why", called="The reason"
    )
