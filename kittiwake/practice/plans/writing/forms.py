"""What a person typed of a version of a plan. Parse and validate; never save."""

from __future__ import annotations

from typing import Any, cast

from kittiwake.practice.plans import parts, rules
from kittiwake.practice.plans.parts import Part
from kittiwake.practice.plans.writing.facts import PlanAnswers
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    HiddenField,
    TextAreaField,
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

    def values(self) -> PlanAnswers:
        """The answers, as recording takes them."""
        facts = {n: v for n, v in self.cleaned_data.items() if n not in ("because_of", "kind", "version")}
        parts = {n.removeprefix("part_"): facts.pop(n) for n in [*facts] if n.startswith("part_")}
        return cast(PlanAnswers, {**facts, "parts": parts, "following": self.cleaned_data["version"]})


def _answer_to(part: Part) -> TextAreaField:
    return TextAreaField(part.title, hint=part.hint, rows=3, required=False)
