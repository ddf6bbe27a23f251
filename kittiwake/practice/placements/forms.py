"""What a person typed about a placement. Parse and validate; never save."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.timezone import now

from kittiwake.practice.placements import rules
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
    ours = settings.COUNCIL_LA_CODE
    every = places.made_up_authorities() if ours == "000" else places.english_authorities()
    named = sorted(
        ((one.code, one.name) for one in every.values() if one.ends_on is None), key=lambda one: one[1]
    )
    abroad = [
        ("SCO", "Scotland"),
        ("WAL", "Wales"),
        ("NIR", "Northern Ireland"),
        ("NUK", "Outside the United Kingdom"),
    ]
    return sorted([*named, *abroad], key=lambda one: one[0] != ours)


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

    def clean_miles(self) -> Any:
        from decimal import Decimal, InvalidOperation

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


class ApproveForm(GovForm):
    role = RadiosField("Who approved it?", choices=rules.APPROVERS, missing="Select who approved it")
    who = TextField("Their name", missing="Enter their name", column=Move.approved_by)
    on = DateField("When?", missing="Enter the day", called="The day", past=True)
    why = TextAreaField(
        "Why does this placement suit the child better than one nearer?", missing="Enter why", rows=4
    )


class ConsultForm(GovForm):
    whom = TextField(
        "Who was asked?", hint="Name and council.", missing="Enter who was asked", column=Move.consulted_whom
    )
    on = DateField("When?", missing="Enter the day", called="The day", past=True)
    words = TextAreaField("What did they say?", missing="Enter what they said", rows=4)


class NotifyForm(GovForm):
    whom = TextField(
        "Who was it sent to?",
        hint="Name and council.",
        missing="Enter who it was sent to",
        column=Move.notified_whom,
    )
    on = DateField("When?", missing="Enter the day", called="The day", past=True)
    whole = YesNoField(
        "Did it say what the child needs and why the placement suits, with the care plan?",
        missing="Select whether it did",
    )

    def clean_whole(self) -> bool:
        if self.cleaned_data["whole"] is False:
            self.add_error(
                "whole",
                "The notice has to say all three (regulation 13). Send what is missing, then record it.",
            )
        return True


class NoNoticeForm(GovForm):
    on = DateField("When was that clear?", missing="Enter the day", called="The day", past=True)
    why = TextAreaField(
        "Why could notice not reasonably be given?", missing="Enter why", rows=3, column=Move.no_notice_why
    )


class FewerVisitsForm(GovForm):
    on = DateField("When did they say so?", missing="Enter the day", called="The day", past=True)
    words = TextAreaField(
        "What did they say?",
        hint="In their own words. At least twice a year they are visited all the same.",
        missing="Enter what they said",
        rows=3,
        column=Move.agreed_fewer_words,
    )


class FirstReviewForm(GovForm):
    on = DateField("When was it held?", missing="Enter the day", called="The day", past=True)


class NearerForm(GovForm):
    held_on = DateField("When was it looked at?", missing="Enter the day", called="The day", past=True)
    child_words = TextAreaField(
        "What does the child say?", hint="In their own words.", rows=3, required=False
    )
    decision = RadiosField(
        "Should they move nearer home?",
        choices=rules.DECISIONS,
        missing="Select what was decided",
        small=True,
    )
    why = TextAreaField("Why?", missing="Enter why", rows=4)
    next_steps = TextAreaField("What happens next, and who does it?", rows=3, required=False)
