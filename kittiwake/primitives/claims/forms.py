"""What a person typed about what was learned. Parse and validate; never save."""

from __future__ import annotations

from typing import Any, cast

from django.forms import ModelChoiceField

from kittiwake.primitives.claims import rules
from kittiwake.primitives.claims.facts import ClaimAnswers, DecisionAnswers
from kittiwake.primitives.claims.models import Claim, Entity
from kittiwake.record.identifiers import PLATFORMS
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    ModelRadiosField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
)

NUMBER_HINT = (
    "A number plate, a phone number or a name online. Put ? for what is not known, such as AB12 C??."
)


class ClaimForm(GovForm):
    kind = RadiosField(
        "What was spoken of?",
        choices=rules.KINDS,
        reveals={"handle": ["platform"]},
        missing="Select what was spoken of",
    )
    wording = TextField(
        "How was it said?",
        hint="A name, nickname, place or description, in the words that were used.",
        missing="Enter how it was said",
        called="How it was said",
        column=Claim.wording,
    )
    number = TextField(
        "Number or name online", hint=NUMBER_HINT, required=False, width=20, column=Claim.number
    )
    platform = SelectField(
        "Which app or site?", choices=list(PLATFORMS.items()), blank="Not known", required=False
    )
    link = SelectField(
        "What has the child to do with it?",
        choices=rules.LINKS,
        missing="Select what the child has to do with it",
    )
    details = TextAreaField("What else was said about it?", rows=3, required=False)
    from_on = DateField("From", hint="If it was said.", called="The first day", past=True, required=False)
    to_on = DateField("To", called="The last day", required=False)
    source_grade = SelectField("How good is the source?", choices=rules.SOURCE_GRADES, initial="2")
    information_grade = SelectField("How is it known?", choices=rules.INFORMATION_GRADES, initial="A")
    handling = RadiosField(
        "May it be shared?", choices=rules.HANDLING, initial="P", reveals={"C": ["conditions"]}, small=True
    )
    conditions = TextField("Under which conditions?", missing="Enter the conditions", column=Claim.conditions)

    sections = [
        ("What was said", ["kind", "wording", "number", "link", "details", "from_on", "to_on"]),
        ("How sure is it", ["source_grade", "information_grade", "handling"]),
    ]

    def values(self) -> ClaimAnswers:
        answers = self.cleaned_data
        return {
            "kind": answers["kind"],
            "wording": answers["wording"],
            "number": answers["number"],
            "platform": answers["platform"],
            "link": answers["link"],
            "details": answers["details"],
            "from_on": answers["from_on"],
            "to_on": answers["to_on"],
            "source_grade": answers["source_grade"],
            "information_grade": answers["information_grade"],
            "handling": answers["handling"],
            "conditions": answers["conditions"],
        }


class DecisionForm(GovForm):
    """`things` and `children` are what it could be, for the person to choose from; either may be empty."""

    verdict = RadiosField("What do you decide?", choices=rules.DECISIONS, missing="Select what you decide")
    entity = ModelRadiosField(
        "Which is it?", hint="Leave open if it is none of these: it is then recorded as new.", required=False
    )
    label = TextField("What should it be called?", required=False, column=Entity.label)
    named_child = ModelRadiosField(
        "Which child is it?", hint="Leave open if it is none of these.", required=False
    )
    reason = TextAreaField("What makes you think so?", rows=3, required=False, column=Claim.reason)

    def __init__(self, *args: Any, entities: Any, children: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._offer("entity", entities)
        self._offer("named_child", children)
        if children is not None:
            del self.fields["label"]

    def _offer(self, name: str, rows: Any) -> None:
        if rows is None or not rows.exists():
            del self.fields[name]
        else:
            cast("ModelChoiceField[Any]", self.fields[name]).queryset = rows

    def answers(self) -> DecisionAnswers:
        answered = {name: value for name, value in self.cleaned_data.items() if value}
        return cast(DecisionAnswers, answered)


class ConfirmationForm(GovForm):
    confirmed_on = DateField(
        "On which day was it still so?", missing="Enter the day", called="The day", past=True
    )
