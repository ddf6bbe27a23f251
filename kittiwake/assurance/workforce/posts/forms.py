"""Posts. Parse and validate; never save."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.timezone import now

from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.forms import decimal_of
from kittiwake.assurance.workforce.posts.facts import EndFacts, PostFacts
from kittiwake.record.models import Team
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import DateField, GovForm, ModelSelectField, SelectField, TextField, choose_from


class PostForm(GovForm):
    team = ModelSelectField("Which team?", missing="Select the team")
    role = SelectField("Which role?", choices=codes.ROLES, missing="Select the role")
    fte = TextField(
        "How many whole-time hours?",
        hint="As whole-time equivalent (FTE): 1 is whole time.",
        width=5,
        max_length=10,
        missing="Enter the share of whole-time hours (FTE)",
    )
    starts_on = DateField("From which day?", missing="Enter the day", called="The day")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teams = Team.objects.on(local_date(now())).exclude(kind="partner")
        choose_from(self, "team", teams)

    def clean_fte(self) -> Decimal | None:
        return decimal_of(self, "fte", maximum=1)

    def values(self) -> PostFacts:
        given = self.cleaned_data
        return {
            "team": given["team"],
            "role": given["role"],
            "fte": given["fte"],
            "starts_on": given["starts_on"],
        }


class EndPostForm(GovForm):
    ends_on = DateField("From which day is there no such post?", missing="Enter the day", called="The day")
    why = TextField("Why?", missing="Enter why the post ends", max_length=200)

    def values(self) -> EndFacts:
        given = self.cleaned_data
        return {
            "ends_on": given["ends_on"],
            "why": given["why"],
        }
