"""What a person typed about a goal. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict

from kittiwake.practice.direct_work.goals import rules
from kittiwake.practice.direct_work.models import Goal
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    NumberField,
    TextAreaField,
    TextField,
    YesNoField,
)


def _score(label: str, **options: Any) -> NumberField:
    return NumberField(
        label, width=2, min_value=rules.LOWEST, max_value=rules.HIGHEST, called="The number", **options
    )


class GoalFacts(TypedDict):
    wants: str
    worst: str
    best: str
    set_on: date
    score: int | None


class GoalForm(GovForm):
    wants = TextField(
        "What do they want to be different?",
        hint="In their words.",
        missing="Enter what they want",
        column=Goal.wants,
        size="m",
    )
    worst = TextField("What would 0 be like?", required=False, column=Goal.worst)
    best = TextField("What would 10 be like?", required=False, column=Goal.best)
    set_on = DateField("When did they set it?", missing="Enter when they set it", called="The day", past=True)
    score = _score("Where are they now, from 0 to 10?", hint="They choose the number.", required=False)

    def values(self) -> GoalFacts:
        answers = self.cleaned_data
        return {
            "wants": answers["wants"],
            "worst": answers["worst"],
            "best": answers["best"],
            "set_on": answers["set_on"],
            "score": answers["score"],
        }


class ScaleFacts(TypedDict):
    score: int
    on: date
    by_child: bool
    words: str


class ScaleForm(GovForm):
    score = _score(
        "Where are they now, from 0 to 10?",
        missing="Enter a number from 0 to 10",
        hint="They choose the number.",
    )
    on = DateField("When?", missing="Enter the day", called="The day", past=True)
    by_child = YesNoField("Did they choose the number themselves?", missing="Select who chose the number")
    words = TextAreaField("What did they say about it?", rows=3, required=False)

    def values(self) -> ScaleFacts:
        answers = self.cleaned_data
        return {
            "score": answers["score"],
            "on": answers["on"],
            "by_child": answers["by_child"],
            "words": answers["words"],
        }


class EndGoalForm(GovForm):
    why = TextField(
        "Why has it ended?",
        hint="Reached, changed, or given up.",
        missing="Enter why it has ended",
        column=Goal.ended_why,
    )
