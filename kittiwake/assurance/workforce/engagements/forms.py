"""Somebody starts, or moves to another post. Parse and validate; never save."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.engagements.facts import EngagementFacts, MoveFacts
from kittiwake.assurance.workforce.models import Engagement, Post
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    ModelSelectField,
    NumberField,
    RadiosField,
    SelectField,
    TextField,
    YesNoField,
    choose_from,
)


class EngageForm(GovForm):
    sections = [
        ("The work", ["kind", "post", "role", "fte", "starts_on"]),
        ("Registration", ["swe_number", "registered_until", "qualified_on"]),
        (
            "Only for an agency worker",
            [
                "direct_months",
                "notice_weeks",
                "own_notice_weeks",
                "left_post_on",
                "left_because",
                "is_above_price_cap",
            ],
        ),
    ]
    kind = RadiosField("Who pays them?", choices=codes.KINDS, missing="Select who pays them", small=True)
    post = ModelSelectField("Which post do they fill or cover?", blank="None of these", required=False)
    role = SelectField("What is their role?", choices=codes.ROLES, missing="Select their role")
    fte = TextField(
        "Which share of whole-time hours?", hint="As whole-time equivalent (FTE): 1 is whole time, 0.6 is three days a week.", width=5, max_length=10,
        inputmode="decimal", missing="Enter their share of whole-time hours (FTE)", called="The share of whole-time hours (FTE)",
    )  # fmt: skip
    starts_on = DateField("When do they start?", missing="Enter the day", called="The start")
    swe_number = TextField(
        "Social Work England number",
        hint="SW and up to 10 numbers, such as SW12345.",
        required=False,
        column=Engagement.swe_number,
    )
    registered_until = DateField("Registered until", hint="30 November.", required=False, called="The day")
    qualified_on = DateField("When did they qualify?", required=False, past=True, called="The day")
    direct_months = NumberField(
        "For how many months have councils employed them themselves, since they qualified?",
        hint="Months with an agency do not count. The agency rules ask for 36.", required=False, min_value=0, max_value=720,
    )  # fmt: skip
    notice_weeks = NumberField("Notice in weeks", required=False, min_value=0, max_value=52)
    own_notice_weeks = NumberField(
        "Notice in weeks of our own staff in such a post", hint="Leave empty where it is four weeks or more.",
        required=False, min_value=0, max_value=52,
    )  # fmt: skip
    left_post_on = DateField(
        "When did they last leave a council’s own post in the region?", required=False, called="The day"
    )
    left_because = RadiosField(
        "Why did they leave it?",
        choices=[*codes.LEFT_BECAUSE, ("", "Another reason")],
        required=False,
        small=True,
    )
    is_above_price_cap = YesNoField("Is their rate above the regional price cap?", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        posts = Post.objects.filter(ends_on=None).select_related("team").order_by("team__name", "pk")
        choose_from(self, "post", posts)

    def clean_fte(self) -> Decimal | None:
        try:
            return Decimal(self.cleaned_data["fte"])
        except InvalidOperation:
            self.add_error("fte", "The share of whole-time hours (FTE) must be a number, like 1 or 0.6")
            return None

    def values(self) -> EngagementFacts:
        given = self.cleaned_data
        return {
            "kind": given["kind"],
            "role": given["role"],
            "fte": given["fte"],
            "starts_on": given["starts_on"],
            "post": given["post"],
            "swe_number": given["swe_number"],
            "registered_until": given["registered_until"],
            "qualified_on": given["qualified_on"],
            "direct_months": given["direct_months"],
            "notice_weeks": given["notice_weeks"],
            "own_notice_weeks": given["own_notice_weeks"],
            "left_post_on": given["left_post_on"],
            "left_because": given["left_because"],
            "is_above_price_cap": given["is_above_price_cap"],
        }


class MoveForm(GovForm):
    ends_on = DateField(
        "From which day are they not in this post any more?", missing="Enter the day", called="The day"
    )

    def values(self) -> MoveFacts:
        return {"ends_on": self.cleaned_data["ends_on"]}
