"""Questions about teams. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict

from django.db.models import QuerySet

from kittiwake.council.teams.facts import PlaceFacts, TeamFacts
from kittiwake.record.models import Team, Worker
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    ModelSelectField,
    SelectField,
    TextField,
    YesNoField,
    choose_from,
)


class EndFacts(TypedDict):
    ends_on: date


class MergeFacts(TypedDict):
    into: Team


class TeamForm(GovForm):
    name = TextField("What is it called?", missing="Enter its name", called="Its name", column=Team.name)
    kind = SelectField("What does it do?", choices=Team.KINDS, missing="Select what it does")
    parent = ModelSelectField(
        "Which service or team does it stand beneath?",
        hint="Whoever manages that one sees the children of this one as well.",
        blank="None",
        required=False,
    )

    def __init__(self, *given: Any, teams: QuerySet[Team], **more: Any) -> None:
        super().__init__(*given, **more)
        choose_from(self, "parent", teams)

    def values(self) -> TeamFacts:
        given = self.cleaned_data
        return {"name": given["name"], "kind": given["kind"], "parent": given["parent"]}


class MergeForm(GovForm):
    into = ModelSelectField("Which team does it become part of?", missing="Select the team")

    def __init__(self, *given: Any, teams: QuerySet[Team], **more: Any) -> None:
        super().__init__(*given, **more)
        choose_from(self, "into", teams)

    def values(self) -> MergeFacts:
        return {"into": self.cleaned_data["into"]}


class PlaceForm(GovForm):
    worker = ModelSelectField(
        "Who?",
        hint="Somebody who is not in the list is no worker yet: say so on the page of their account.",
        missing="Select who",
    )
    manages = YesNoField("Do they manage it?", missing="Select yes if they manage it")
    starts_on = DateField("From which day?", missing="Enter the day", called="The day")

    def __init__(self, *given: Any, workers: QuerySet[Worker], **more: Any) -> None:
        super().__init__(*given, **more)
        choose_from(self, "worker", workers)

    def values(self) -> PlaceFacts:
        given = self.cleaned_data
        return {"worker": given["worker"], "manages": given["manages"], "starts_on": given["starts_on"]}


class EndForm(GovForm):
    ends_on = DateField("From which day?", missing="Enter the day", called="The day")

    def values(self) -> EndFacts:
        return {"ends_on": self.cleaned_data["ends_on"]}
