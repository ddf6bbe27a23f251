"""What somebody typed who read an interview, and what its writer answered. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.practice.return_interviews import rules
from kittiwake.practice.return_interviews.quality_checks.facts import CheckFacts
from kittiwake.primitives.oversight.models import Turn
from kittiwake.ui.forms import GovForm, RadiosField, TextAreaField


class CheckForm(GovForm):
    """The eight questions of the quality test, then what is decided."""

    decision = RadiosField(
        "What do you decide?",
        choices=[
            (Turn.ACCEPT, "It is good enough"),
            (Turn.QUESTION, "I have a question"),
            (Turn.RETURN, "Send it back for a second version"),
        ],
        missing="Select what you decide",
    )
    words = TextAreaField(
        "What is good, and what is missing?", hint="Whoever wrote it reads this.", required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        asked = {
            name: RadiosField(
                question,
                choices=rules.SCORES,
                inline=False,
                small=True,
                missing=f"Select a score: {question}",
            )
            for name, question in rules.RUBRIC.items()
        }
        self.fields = {**asked, **self.fields}

    def values(self) -> CheckFacts:
        scores = {name: int(self.cleaned_data[name]) for name in rules.RUBRIC}
        return {
            "scores": scores,
            "decision": self.cleaned_data["decision"],
            "words": self.cleaned_data["words"],
        }


class AnswerForm(GovForm):
    words = TextAreaField("What is your answer?", missing="Enter your answer")
