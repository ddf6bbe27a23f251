"""What a person typed about a session. Parse and validate; never save."""

from __future__ import annotations

from typing import cast

from django.forms.boundfield import BoundField

from kittiwake.practice.direct_work import rules
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.direct_work.sessions.facts import HeldAnswers, PlanAnswers
from kittiwake.record.models import Entry, Words
from kittiwake.ui.forms import (
    CheckboxesField,
    GovForm,
    MomentField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    YesNoField,
)

WHO_MAY_HEAR = "Who may hear it?"
PROMISE = "Ask them. You cannot promise to keep harm to yourself: tell them so."


class PlanForm(GovForm):
    planned = MomentField("When?", missing="Enter when it is planned for", called="The time")
    kind = RadiosField("What is it?", choices=rules.KINDS, missing="Select what it is", small=True)
    purpose = TextField("What is it for?", required=False, column=Session.purpose)
    worker_name = TextField(
        "Who will see them?", missing="Enter who will see them", column=Session.worker_name
    )
    place = SelectField("Where?", choices=rules.PLACES, blank="Not said", required=False)

    def values(self) -> PlanAnswers:
        answers = dict(self.cleaned_data)
        planned = answers.pop("planned")
        return cast(PlanAnswers, {**answers, "planned_at": planned.at})


class SessionForm(GovForm):
    """The child's words first; every prompt after them may be left empty."""

    sections = [
        ("In their own words", ["own_words", "topic", "may_hear"]),
        ("The session", ["held", "kind", "worker_name", "place", "seen", "alone", "who_else"]),
        ("What you did", ["adapted", "methods", "tried"]),
        ("What changed", ["change", "changed", "next_steps"]),
    ]
    own_words = TextAreaField(
        "What did the child say?",
        hint="As they said it, in words, signs or pictures. You can add more afterwards.",
        rows=6,
        required=False,
    )
    topic = TextField(
        "What was it about?", hint="For example: school, Friday nights.", required=False, column=Words.topic
    )
    may_hear = RadiosField(
        WHO_MAY_HEAR, choices=Words.MAY_HEAR, hint=PROMISE, required=False, initial=Words.ANYONE, small=True
    )
    held = MomentField(
        "When was it held?", missing="Enter when it was held", called="When it was held", past=True
    )
    kind = RadiosField("What was it?", choices=rules.KINDS, missing="Select what it was", small=True)
    worker_name = TextField(
        "Who was with them?", missing="Enter who was with them", column=Session.worker_name
    )
    place = SelectField("Where?", choices=rules.PLACES, blank="Not said", required=False)
    seen = YesNoField("Was the child seen?", missing="Select whether they were seen")
    alone = YesNoField("Were they seen alone?", required=False)
    who_else = TextField("Who else was there?", required=False, column=Session.who_else)
    adapted = TextAreaField(
        "How did you adapt it to what they need?",
        hint="An interpreter, pictures, signing, shorter time, a place that is quiet.",
        rows=2,
        required=False,
    )
    methods = CheckboxesField("How did you work?", choices=rules.METHODS, required=False, small=True)
    tried = TextAreaField("What was tried?", rows=4, required=False)
    change = RadiosField("What has changed for them?", choices=rules.CHANGES, required=False, small=True)
    changed = TextAreaField("How do you know?", rows=3, required=False)
    next_steps = TextAreaField("What comes next?", rows=3, required=False)

    def values(self) -> HeldAnswers:
        return cast(HeldAnswers, self.cleaned_data)

    @property
    def parts(self) -> list[tuple[str, list[BoundField]]]:
        return [(title, [self[name] for name in names]) for title, names in self.sections]


class MissedForm(GovForm):
    missed = RadiosField("Why did it not happen?", choices=rules.MISSED, missing="Select why", small=True)
    words = TextAreaField("What happened, and what will you do now?", missing="Enter what happened", rows=4)


class WordsForm(GovForm):
    text = TextAreaField(
        "What did they say?", hint="As they said it.", missing="Enter what they said", rows=5
    )
    topic = TextField("What was it about?", required=False, column=Words.topic)
    may_hear = RadiosField(
        WHO_MAY_HEAR,
        choices=Words.MAY_HEAR,
        hint=PROMISE,
        initial=Words.ANYONE,
        missing="Select who may hear it",
        small=True,
    )


class StrikeOutForm(GovForm):
    reason = TextField(
        "What was recorded wrongly, or why was it called off?",
        missing="Enter why",
        column=Entry.struck_out_reason,
    )
