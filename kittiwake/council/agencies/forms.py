"""Questions about partner agencies. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict

from kittiwake.council.agencies.facts import AgencyFacts, PersonFacts, StayFacts
from kittiwake.council.agencies.models import Purpose
from kittiwake.council.agencies.queries import KINDS
from kittiwake.council.people.forms import AddressQuestions
from kittiwake.record.models import Agency
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    ModelSelectField,
    SelectField,
    TextField,
    choose_from,
)


class EndFacts(TypedDict):
    ends_on: date


class AgencyForm(GovForm):
    name = TextField("What is it called?", missing="Enter its name", called="Its name", column=Agency.name)
    kind = SelectField("What is it?", choices=KINDS, missing="Select what it is")
    phone = TextField(
        "What is its telephone number?", required=False, called="Its telephone number", column=Agency.phone
    )

    def values(self) -> AgencyFacts:
        given = self.cleaned_data
        return {"name": given["name"], "kind": given["kind"], "phone": given["phone"]}


class StayQuestions(GovForm):
    what = TextField(
        "What do they need to sign in for?",
        hint="For example: they chair the missing children meeting for the police. Name no child.",
        missing="Enter what they need to sign in for",
        called="What they sign in for",
        column=Purpose.what,
    )
    last_day = DateField(
        "What is the last day they may sign in?",
        hint="Within a year. On the day after it they are refused, without anybody doing anything.",
        missing="Enter the last day they may sign in",
        called="The last day",
        future=True,
    )


class StayForm(StayQuestions):
    def values(self) -> StayFacts:
        return {"what": self.cleaned_data["what"], "last_day": self.cleaned_data["last_day"]}


class PersonForm(AddressQuestions, StayQuestions):
    field_order = ["name", "email", "what", "last_day"]

    def values(self) -> PersonFacts:
        given = self.cleaned_data
        return {
            "name": given["name"],
            "email": given["email"],
            "what": given["what"],
            "last_day": given["last_day"],
        }


class PlaceForm(StayQuestions):
    """Which agency somebody is of who was let in without it."""

    agency = ModelSelectField("Which agency are they of?", missing="Select which agency they are of")

    field_order = ["agency", "what", "last_day"]

    def __init__(self, *given: Any, agencies: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        choose_from(self, "agency", agencies)

    def values(self) -> StayFacts:
        return {"what": self.cleaned_data["what"], "last_day": self.cleaned_data["last_day"]}

    @property
    def chosen(self) -> Agency:
        agency: Agency = self.cleaned_data["agency"]
        return agency


class EndForm(GovForm):
    ends_on = DateField("From which day?", missing="Enter the day", called="The day")

    def values(self) -> EndFacts:
        return {"ends_on": self.cleaned_data["ends_on"]}
