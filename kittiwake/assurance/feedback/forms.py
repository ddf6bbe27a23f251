"""What a person typed of a round, and what somebody answered. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.assurance.feedback import questions, rules
from kittiwake.assurance.feedback.facts import DoneFacts, RoundFacts, SaidFacts
from kittiwake.assurance.feedback.models import Done, Remark, Round
from kittiwake.assurance.feedback.questions import Questionnaire
from kittiwake.assurance.feedback.slips.facts import SlipsFacts
from kittiwake.assurance.feedback.slips.recording import MOST
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    HiddenField,
    ModelSelectField,
    NumberField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    choose_from,
)

NAMES_NOBODY = "Do not write a name, or anything that says who you or somebody else is. Those who asked read it, mixed with what others wrote."
EASY_NAMES_NOBODY = "Do not write your name. The people who ask will read it, and are not told who wrote it."
EASY_SIZE = "m"


class AnswerForm(GovForm):
    """A questionnaire. Nothing has to be answered, and nothing says who answers."""

    mark_optional = False

    def __init__(self, *args: Any, asks: Questionnaire, **more: Any) -> None:
        super().__init__(*args, **more)
        self.names = {f"question{number}": each.key for number, each in enumerate(asks.questions, 1)}
        for name, key in self.names.items():
            question = asks.question(key)
            self.fields[name] = RadiosField(
                question.words,
                choices=question.scale.answers,
                required=False,
                size=EASY_SIZE,
                small=not asks.is_easy,
            )
        self.fields["words"] = TextAreaField(
            asks.free,
            hint=EASY_NAMES_NOBODY if asks.is_easy else NAMES_NOBODY,
            rows=4,
            required=False,
            size=EASY_SIZE,
            max_length=rules.WORDS,
        )

    def said(self) -> SaidFacts:
        given = self.cleaned_data
        answers = {key: given[name] for name, key in self.names.items() if given[name]}
        return {"answers": answers, "words": given["words"]}


class WithCodeForm(AnswerForm):
    code = HiddenField("Your code")


class AskForm(GovForm):
    questionnaire = SelectField(
        "Whom do you ask?",
        choices=[(audience, title) for audience, title in questions.AUDIENCES],
        missing="Select whom you ask",
    )
    why = TextField(
        "Why do you ask?",
        hint="Those who are asked read this first.",
        missing="Enter why you ask",
        column=Round.why,
    )
    opens_on = DateField(
        "From which day?", missing="Enter the first day", called="The first day", hint="Today or later."
    )
    closes_on = DateField(
        "Until which day?",
        hint="Two or three weeks are usual; for children and families up to three months.",
        missing="Enter the last day",
        called="The last day",
    )

    def facts(self) -> RoundFacts:
        given = self.cleaned_data
        return {
            "questionnaire": given["questionnaire"],
            "opens_on": given["opens_on"],
            "closes_on": given["closes_on"],
            "why": given["why"],
        }


class CallOffForm(GovForm):
    """Nothing is asked: the button is the answer."""


class HideForm(GovForm):
    why = TextField(
        "Why is it hidden?",
        hint="Do not say here whom it is about.",
        missing="Enter why it is hidden",
        column=Remark.hidden_why,
    )


class DoneForm(GovForm):
    question = SelectField("What did people say it about?", blank="All of it", required=False)
    words = TextAreaField(
        "What was done?",
        hint="In a sentence or two, for those who answered. Your name and today’s day stand beside it.",
        rows=4,
        missing="Enter what was done",
        column=Done.words,
    )

    def __init__(self, *args: Any, asks: Questionnaire, **more: Any) -> None:
        super().__init__(*args, **more)
        choose_from(self, "question", [(each.key, each.words) for each in asks.questions])

    def facts(self) -> DoneFacts:
        return {"question": self.cleaned_data["question"], "words": self.cleaned_data["words"]}


class SlipsForm(GovForm):
    team = ModelSelectField(
        "Which team gives them out?",
        hint="What was said is shown by team only where enough of its children and families answer.",
        blank="No team",
        required=False,
    )
    many = NumberField(
        "How many?",
        hint=f"1 to {MOST}. Each is for one person and can be used once.",
        missing="Enter how many",
        called="How many",
        min_value=1,
        max_value=MOST,
    )

    def values(self) -> SlipsFacts:
        return {"team": self.cleaned_data["team"], "many": self.cleaned_data["many"]}
