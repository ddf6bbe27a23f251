"""What a person typed about a placement. Parse and validate; never save."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from django.utils.timezone import now

from kittiwake.council.settings import queries as of_the_council
from kittiwake.practice.placements import rules
from kittiwake.practice.placements.facts import FewerVisits, NewPlacement
from kittiwake.practice.placements.models import Move
from kittiwake.record import codes, places
from kittiwake.record.models import Placement
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    YesNoField,
)


def councils() -> list[tuple[str, str]]:
    """By name, ours first."""
    ours = of_the_council.la_code(local_date(now()))
    every = places.made_up_authorities() if ours == "000" else places.english_authorities()
    named = sorted(
        ((council.code, council.name) for council in every.values() if council.ends_on is None),
        key=lambda choice: choice[1],
    )
    abroad = [
        ("SCO", "Scotland"),
        ("WAL", "Wales"),
        ("NIR", "Northern Ireland"),
        ("NUK", "Outside the United Kingdom"),
    ]
    return sorted([*named, *abroad], key=lambda choice: choice[0] != ours)


def kinds() -> list[tuple[str, str]]:
    return [(code.key, code.label) for code in codes.PLACEMENT.codes if code.to is None and not code.retired]


def changes() -> list[tuple[str, str]]:
    return [(code.key, code.label) for code in codes.PLACEMENT_CHANGE]


class PlaceForm(GovForm):
    sections = [
        ("The move", ["starts_on", "why_ended", "is_emergency", "child_words"]),
        ("Where", ["home_name", "carer", "carer_phone", "host_code", "miles"]),
        ("How", ["kind", "provider", "arrangement", "why_here"]),
    ]
    starts_on = DateField(
        "Which day did they move?", missing="Enter the day they moved", called="The day", past=True
    )
    why_ended = SelectField(
        "Why did the placement before end?",
        hint="What the return counts. Leave it if they were placed nowhere before.",
        choices=changes,
        blank="Not known, or they were placed nowhere before",
        required=False,
    )
    is_emergency = YesNoField("Was it an emergency?", missing="Select whether it was an emergency")
    child_words = TextAreaField(
        "What did the child say about moving?", hint="In their own words.", rows=3, required=False
    )
    home_name = TextField("Name of the home, if it is one", required=False, column=Placement.home_name)
    carer = TextField(
        "Who looks after them there?", missing="Enter who looks after them", column=Placement.carer
    )
    carer_phone = TextField("Their phone", required=False, column=Placement.carer_phone)
    host_code = SelectField("In which council’s area?", choices=councils, missing="Select the council")
    miles = TextField(
        "How many miles from home?",
        width=4,
        max_length=10,
        inputmode="decimal",
        required=False,
        called="Miles",
    )
    kind = SelectField("What kind of placement?", choices=kinds, missing="Select the kind of placement")
    provider = SelectField(
        "Whose placement is it?",
        hint="With this council’s own foster carers nobody has to approve a placement out of our area.",
        choices=lambda: codes.PROVIDER.choices(local_date(now())),
        blank="Not known",
        required=False,
    )
    arrangement = RadiosField(
        "How are they placed?",
        hint="How often they are visited hangs on it.",
        choices=rules.ARRANGEMENTS,
        missing="Select how they are placed",
        small=True,
    )
    why_here = TextAreaField("Why does it suit them?", rows=3, required=False)

    def clean_miles(self) -> Decimal | None:
        typed = self.cleaned_data["miles"]
        try:
            miles = Decimal(typed) if typed else None
        except InvalidOperation:
            self.add_error("miles", "Miles must be a number, like 12 or 12.5")
            return None
        if miles is not None and not 0 <= miles < 1000:
            self.add_error("miles", "Miles must be from 0 to 999")
            return None
        return miles

    def values(self) -> NewPlacement:
        answers = self.cleaned_data
        return {
            "starts_on": answers["starts_on"],
            "why_ended": answers["why_ended"],
            "is_emergency": answers["is_emergency"],
            "child_words": answers["child_words"],
            "home_name": answers["home_name"],
            "carer": answers["carer"],
            "carer_phone": answers["carer_phone"],
            "host_code": answers["host_code"],
            "miles": answers["miles"],
            "kind": answers["kind"],
            "provider": answers["provider"],
            "arrangement": answers["arrangement"],
            "why_here": answers["why_here"],
        }


class FewerVisitsForm(GovForm):
    on = DateField("When did they say so?", missing="Enter the day", called="The day", past=True)
    words = TextAreaField(
        "What did they say?",
        hint="In their own words. At least twice a year they are visited all the same.",
        missing="Enter what they said",
        rows=3,
        column=Move.agreed_fewer_words,
    )

    def values(self) -> FewerVisits:
        answers = self.cleaned_data
        return {"on": answers["on"], "words": answers["words"]}


class FirstReviewForm(GovForm):
    on = DateField("When was it held?", missing="Enter the day", called="The day", past=True)
