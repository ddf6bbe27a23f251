"""What a person typed about a claim. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.assurance.inspection.self_evaluation import rules
from kittiwake.assurance.inspection.self_evaluation.recording import ClaimFacts
from kittiwake.primitives.measures.catalogue import measures
from kittiwake.ui.forms import GovForm, RadiosField, SelectField, TextAreaField, VersionField


class ClaimForm(GovForm):
    question = RadiosField(
        "Which question does it answer?", choices=rules.QUESTIONS, missing="Select the question"
    )
    words = TextAreaField(
        "What do you say?",
        hint="As you would say it to a child’s family. Name no child and no worker.",
        missing="Enter what you say",
    )
    says = RadiosField(
        "How good does it say it is?", choices=rules.SAYS, missing="Select how good it says it is"
    )
    measure = SelectField(
        "Which figure does it rest on?",
        hint="It is shown beside the claim as it is on the day somebody reads it.",
        choices=lambda: [(key, f"{each.title} ({key})") for key, each in measures().items()],
        blank="None",
        required=False,
    )

    def facts(self) -> ClaimFacts:
        given = self.cleaned_data
        return {
            "question": given["question"],
            "words": given["words"],
            "says": given["says"],
            "measure": given["measure"],
        }


class ChangeClaimForm(ClaimForm):
    version = VersionField()


class ButtonForm(GovForm):
    """Nothing is asked: the button is the answer."""
