"""What a person typed about a concern. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.concerns.facts import (
    CloseFacts,
    ConcernFacts,
    GiveFacts,
    JudgementFacts,
    ReopenFacts,
)
from kittiwake.assurance.inspection.crosswalk.points import POINTS
from kittiwake.assurance.inspection.models import Concern, Evidence
from kittiwake.assurance.letters.models import Statement
from kittiwake.ui.forms import (
    GovForm,
    ModelCheckboxesField,
    ModelSelectField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    VersionField,
)


class ConcernForm(GovForm):
    statement = ModelSelectField(
        "Which sentence or bullet of the letter?",
        hint="Confirmed ones are listed.",
        required=False,
        blank="None: I type it",
    )
    kind = RadiosField("What is it?", choices=rules.CONCERNS, missing="Select what it is", small=True)
    words = TextField(
        "What has to become better?",
        hint="In our own words: what a child or a worker would notice.",
        missing="Enter what has to become better",
        column=Concern.words,
    )
    owner = ModelSelectField("Who answers for it?", missing="Select who answers for it")
    point = SelectField(
        "Which point of the letter-to-evidence table?",
        hint="Its measures and pages are shown beside the concern.",
        choices=[(point.key, point.said) for point in POINTS],
        blank="None of them",
        required=False,
    )

    def __init__(self, *args: Any, statements: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if statements:
            statement: Any = self.fields["statement"]
            statement.queryset, statement.label_from_instance = statements, _of_statement
        else:
            del self.fields["statement"]

    def values(self) -> ConcernFacts:
        given = self.cleaned_data
        return {
            "kind": given["kind"],
            "words": given["words"],
            "owner": given["owner"],
            "point": given["point"],
            "statement": given.get("statement"),
        }


def _of_statement(statement: Statement) -> str:
    text = statement.text
    return text if len(text) <= 120 else f"{text[:117]}…"


class GiveForm(GovForm):
    version = VersionField()
    owner = ModelSelectField("Who answers for it from now on?", missing="Select who answers for it")

    def facts(self) -> GiveFacts:
        return {"owner": self.cleaned_data["owner"], "version": self.cleaned_data["version"]}


class JudgeForm(GovForm):
    visit = ModelSelectField("At which visit?", required=False, blank="Between visits")
    progress = RadiosField("How far is it?", choices=rules.PROGRESS, missing="Select how far it is")
    rests_on = ModelCheckboxesField("What does that rest on?", required=False, small=True)
    words = TextAreaField(
        "What do you see?",
        hint="Beside what was said last time. What is not better belongs here too.",
        missing="Enter what you see",
    )

    def __init__(self, *args: Any, visits: Any, evidence: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        visit: Any = self.fields["visit"]
        visit.queryset = visits
        if evidence:
            rests_on: Any = self.fields["rests_on"]
            rests_on.queryset, rests_on.label_from_instance = evidence, in_words
        else:
            del self.fields["rests_on"]

    def values(self) -> JudgementFacts:
        given = self.cleaned_data
        return {
            "visit": given["visit"],
            "progress": given["progress"],
            "words": given["words"],
            "rests_on": list(given.get("rests_on", ())),
        }


def in_words(evidence: Evidence) -> str:
    what = f"{evidence.get_kind_display()}, {evidence.on:%-d %B %Y}"
    text = evidence.words if len(evidence.words) <= 120 else f"{evidence.words[:117]}…"
    return f"{what}: {text}" if text else what


class CloseForm(GovForm):
    version = VersionField()
    why = TextField(
        "What is different now?", missing="Enter what is different now", column=Concern.closed_why
    )

    def facts(self) -> CloseFacts:
        return {"why": self.cleaned_data["why"], "version": self.cleaned_data["version"]}


class ReopenForm(GovForm):
    version = VersionField()
    words = TextAreaField("What shows that it did not last?", missing="Enter what shows that it did not last")

    def facts(self) -> ReopenFacts:
        return {"words": self.cleaned_data["words"], "version": self.cleaned_data["version"]}
