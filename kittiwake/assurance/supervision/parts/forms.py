"""What a person typed of one child. Parse and validate; never save."""

from __future__ import annotations

from typing import cast

from django.forms.boundfield import BoundField

from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.parts.facts import PartFacts
from kittiwake.primitives.actions.models import Action
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    ModelSelectField,
    RadiosField,
    TextAreaField,
    TextField,
)


class PartForm(GovForm):
    """The child first, then what was directed last time, then what is decided. Only the decision has to be answered."""

    sections = [
        ("The child", ["changed", "child_view", "risk"]),
        ("Since last time", ["last_direction", "progress", "effect"]),
        ("Thinking", ["reflection"]),
        ("What is decided", ["decision", "reasons"]),
        ("Direction", ["direction", "owner", "due_on", "next_on"]),
    ]
    changed = TextAreaField("What has changed for the child?", rows=3, required=False)
    child_view = TextAreaField("What does the child say or show?", rows=3, required=False)
    risk = TextAreaField(
        "What is the risk now?",
        hint="At home, and outside the home: people, places, online, going missing.",
        rows=3,
        required=False,
    )
    last_direction = RadiosField(
        "Was what you agreed last time done?",
        choices=rules.LAST_DIRECTION,
        required=False,
        inline=True,
        small=True,
    )
    progress = TextAreaField("What progress is there?", rows=3, required=False)
    effect = TextAreaField("What effect has the help had?", hint="How do you know?", rows=3, required=False)
    reflection = TextAreaField(
        "What else could explain it?",
        hint="What do you assume? Would you see it the same way for another child, family or culture?",
        rows=4,
        required=False,
    )
    decision = TextAreaField("What is decided?", rows=3, missing="Enter what is decided")
    reasons = TextAreaField("Why?", rows=3, missing="Enter why")
    direction = TextField(
        "What has to be done?",
        missing="Enter what has to be done",
        column=Action.what,
        called="What has to be done",
    )
    owner = ModelSelectField("Who will do it?", blank="Choose a person", missing="Select who will do it")
    due_on = DateField("By which day?", missing="Enter by which day", called="The day", future=True)
    next_on = DateField(
        "When will you talk about the child again?",
        missing="Enter when you will talk about the child again",
        called="The day you talk again",
        future=True,
    )

    def values(self) -> PartFacts:
        return cast(PartFacts, dict(self.cleaned_data))

    @property
    def parts(self) -> list[tuple[str, list[BoundField]]]:
        return [(title, [self[name] for name in names]) for title, names in self.sections]
