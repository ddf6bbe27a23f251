"""Posts. Parse and validate; never save."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.forms import decimal_of
from kittiwake.record.models import Team
from kittiwake.ui.forms import DateField, GovForm, ModelSelectField, SelectField, TextField


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
        teams = Team.objects.exclude(kind="partner").order_by("name")
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]

    def clean_fte(self) -> Decimal | None:
        return decimal_of(self, "fte", most=1)


class EndPostForm(GovForm):
    ends_on = DateField("From which day is there no such post?", missing="Enter the day", called="The day")
    why = TextField("Why?", missing="Enter why the post ends", max_length=200)
