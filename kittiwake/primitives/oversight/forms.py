"""What a manager or a worker typed in an exchange about a piece of work. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.primitives.oversight.models import Turn
from kittiwake.ui.forms import GovForm, RadiosField, TextAreaField

CHOICES = [
    (Turn.ACCEPT, "Accept it"),
    (Turn.QUESTION, "Ask a question"),
    (Turn.RETURN, "Send it back"),
]
HINTS = {
    Turn.ACCEPT: "It is good enough to act on.",
    Turn.QUESTION: "You need an answer before you decide.",
    Turn.RETURN: "It has to be done again. Say what is missing for the child.",
}


class DecisionForm(GovForm):
    kind = RadiosField("What do you decide?", choices=CHOICES, hints=HINTS, missing="Select what you decide")
    words = TextAreaField(
        "What do you say to the worker?",
        hint="Needed for a question or when you send it back. It stays on the record with your name.",
        called="What you say",
        required=False,
    )


class AnswerForm(GovForm):
    words = TextAreaField("Your answer", missing="Enter your answer", called="Your answer")
