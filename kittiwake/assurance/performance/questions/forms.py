"""What a person typed in a question, or to answer it. Parse and validate; never save."""

from __future__ import annotations

from typing import Any, TypedDict

from django.utils.timezone import now

from kittiwake.access.people import offer, who_may
from kittiwake.areas.powers import Power
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import (
    GovForm,
    ModelSelectField,
    SelectField,
    TextAreaField,
    VersionField,
    choose_from,
)

NO_CHILD = "Everybody who sees figures can read it: name no child, and nobody’s story."


class AskFacts(TypedDict):
    text: str
    theme: str
    measure: str


class AskForm(GovForm):
    """`about`: the themes and figures of the report, as pairs; a theme by its key, a figure as theme:measure."""

    about = SelectField("What is it about?", blank="The whole report", required=False)
    text = TextAreaField("Your question", hint=NO_CHILD, missing="Write your question")

    def __init__(self, *args: Any, about: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        choose_from(self, "about", about)

    def facts(self) -> AskFacts:
        theme, _, measure = self.cleaned_data["about"].partition(":")
        return {"text": self.cleaned_data["text"], "theme": theme, "measure": measure}


class FollowUpForm(GovForm):
    text = TextAreaField("What do you still want to know?", hint=NO_CHILD, missing="Write your question")

    def words(self) -> str:
        text: str = self.cleaned_data["text"]
        return text


class AnswerFacts(TypedDict):
    text: str
    number: int


class AnswerForm(GovForm):
    number = VersionField()
    text = TextAreaField("Your answer", hint=NO_CHILD, missing="Write the answer")

    def facts(self) -> AnswerFacts:
        return {"text": self.cleaned_data["text"], "number": self.cleaned_data["number"]}


class HandOverForm(GovForm):
    worker = ModelSelectField("Who answers it?", missing="Select who answers it")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        offer(self, "worker", who_may(Power.ANSWER_MEMBERS, day=local_date(now())))

    def to_whom(self) -> Worker:
        worker: Worker = self.cleaned_data["worker"]
        return worker


class CloseForm(GovForm):
    """Nothing is asked: the button is the answer."""
