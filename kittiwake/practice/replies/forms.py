"""What a person typed about telling the child, and what the child typed. Parse and validate; never save."""

from __future__ import annotations

from typing import Any, TypedDict

from kittiwake.practice.replies import rules
from kittiwake.practice.replies.facts import ReplyWords
from kittiwake.practice.replies.models import Outcome, Reply
from kittiwake.time.moments import Moment
from kittiwake.ui.forms import (
    GovForm,
    HiddenField,
    MomentField,
    RadiosField,
    TextAreaField,
    TextField,
    VersionField,
    choose_from,
)


class WordsForm(GovForm):
    heard = TextAreaField(
        "What did you hear?",
        hint="Say it back to them: “You told us…”. Use their words.",
        missing="Enter what you heard",
    )
    will_do = TextAreaField(
        "What will happen, who will do it, and by when?",
        hint="Only what will really happen. One line for each.",
        missing="Enter what will happen",
    )
    cannot_do = TextAreaField(
        "What did they ask for that cannot happen, and why?",
        hint="Children say that being told no, with a reason, is better than hearing nothing.",
        required=False,
    )
    whom_to_ring = TextAreaField(
        "Whom can they ring, and when?",
        hint="A name and a number. Helplines that are open day and night are added for you.",
        rows=3,
        missing="Enter whom they can ring",
    )

    def values(self) -> ReplyWords:
        """The answers, without what only finds something else."""
        answers = self.cleaned_data
        return {
            "heard": answers["heard"],
            "will_do": answers["will_do"],
            "cannot_do": answers["cannot_do"],
            "whom_to_ring": answers["whom_to_ring"],
        }


class ReplyForm(WordsForm):
    because_of = HiddenField("What this is because of", required=False)


class ChangeForm(WordsForm):
    version = VersionField()


class ToldFacts(TypedDict):
    told: Moment
    how: str
    told_by: str
    child_said: str


class ToldForm(GovForm):
    told = MomentField(
        "When were they told?", missing="Enter when they were told", called="When they were told", past=True
    )
    how = RadiosField("How?", choices=rules.MEANS, missing="Select how they were told")
    told_by = TextField(
        "Who told them?", missing="Enter who told them", column=Reply.told_by, called="The name"
    )
    child_said = TextAreaField(
        "What did they say?", hint="In their own words. Leave empty if they said nothing.", required=False
    )

    def values(self) -> ToldFacts:
        answers = self.cleaned_data
        return {
            "told": answers["told"],
            "how": answers["how"],
            "told_by": answers["told_by"],
            "child_said": answers["child_said"],
        }


class AnswerForm(GovForm):
    text = TextAreaField(
        "Is anything wrong, or is something missing?",
        hint="Your worker reads this on weekdays, in the daytime. If you need help sooner, ring one of the numbers on this page.",
        missing="Write something first",
        called="What you write",
        max_length=4000,
    )


class OutcomeFacts(TypedDict):
    promise: str
    happened: str
    words: str


class OutcomeForm(GovForm):
    promise = RadiosField("What they were told would happen", choices=[], missing="Select what this is about")
    happened = RadiosField(
        "Has it happened?", choices=rules.HAPPENED, missing="Select whether it has happened"
    )
    words = TextField(
        "What do you tell them about it?",
        hint="They read this on their own page. If it has not happened, say why, and what comes next.",
        missing="Enter what you tell them",
        column=Outcome.words,
    )

    def __init__(self, *given: Any, promises: list[str], **more: Any) -> None:
        super().__init__(*given, **more)
        self.promises = promises
        choices = [(str(place), promise) for place, promise in enumerate(promises)]
        choose_from(self, "promise", choices)

    def values(self) -> OutcomeFacts:
        answers = self.cleaned_data
        return {
            "promise": self.promises[int(answers["promise"])],
            "happened": answers["happened"],
            "words": answers["words"],
        }
