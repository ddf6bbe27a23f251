"""Questions about who is on call. Parse and validate; never save."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypedDict

from django.db.models import QuerySet

from kittiwake.accounts.models import User
from kittiwake.council.on_call.models import Shift
from kittiwake.ui.forms import GovForm, ModelSelectField, MomentField, TextField, choose_from


class ShiftFacts(TypedDict):
    user: User
    starts_at: datetime
    ends_at: datetime
    telephone: str


class ShiftForm(GovForm):
    user = ModelSelectField("Who is on call?", missing="Select who")
    starts = MomentField("From when?", unknown=False, called="The beginning")
    ends = MomentField("Until when?", unknown=False, called="The end")
    telephone = TextField(
        "How are they reached?",
        hint="A telephone number. It is shown to colleagues, with the rota.",
        called="The number",
        required=False,
        column=Shift.telephone,
    )

    def __init__(self, *given: Any, people: QuerySet[User], **more: Any) -> None:
        super().__init__(*given, **more)
        choose_from(self, "user", people)

    def values(self) -> ShiftFacts:
        given = self.cleaned_data
        return {
            "user": given["user"],
            "starts_at": given["starts"].at,
            "ends_at": given["ends"].at,
            "telephone": given["telephone"],
        }
