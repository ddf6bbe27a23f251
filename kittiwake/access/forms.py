"""What a person typed about who may see a child. Parse and validate; never save."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from kittiwake.access.facts import (
    BreakGlassFacts,
    LetInFacts,
    LiftingAnswer,
    LooksChosen,
    OpeningAnswer,
    RestrictFacts,
)
from kittiwake.access.models import Grant, Lifting
from kittiwake.accounts.models import User
from kittiwake.record.identifiers.people import child_id, nhs_number, upn
from kittiwake.record.identifiers.tidy import NotValid, tidy
from kittiwake.record.models import Child, Identifier
from kittiwake.time.moments import LONDON, local_date
from kittiwake.ui.forms import (
    DateField,
    GovForm,
    ModelCheckboxesField,
    ModelSelectField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    choose_from,
)

LONGEST = timedelta(days=366)
NUMBERS = {"council": child_id, "nhs": nhs_number, "upn": upn}


def reason_field(label: str, missing: str, **options: Any) -> TextAreaField:
    return TextAreaField(
        label,
        missing=missing,
        called="The reason",
        column=Grant.reason,
        show_count=True,
        rows=3,
        **options,
    )


class PersonField(ModelSelectField):
    def label_from_instance(self, user: User) -> str:
        return f"{user.name}, {user.get_role_display().lower()}"


class LetInForm(GovForm):
    user = PersonField(
        "Who needs to see this record?",
        missing="Select who needs to see this record",
        blank="Choose a person",
    )
    reason = reason_field("Why do they need to see it?", "Enter why they need to see it")
    ends_on = DateField(
        "Last day they can see it",
        hint="At most a year from today. You can end it sooner.",
        missing="Enter the last day they can see it",
        called="The last day",
        future=True,
    )

    def __init__(self, *args: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choose_from(self, "user", people)

    def clean_ends_on(self) -> date | None:
        ends_on: date | None = self.cleaned_data["ends_on"]
        if ends_on and ends_on > local_date(timezone.now()) + LONGEST:
            raise ValidationError("The last day must be within a year from today")
        return ends_on

    def values(self) -> LetInFacts:
        """The last day is theirs to its end."""
        answers = self.cleaned_data
        ends_on = answers.get("ends_on")
        midnight = datetime.combine(ends_on + timedelta(days=1), time.min, LONDON) if ends_on else None
        return {"user": answers["user"], "reason": answers["reason"], "ends_at": midnight}


class NameForm(LetInForm):
    """For a restricted record: until it is ended, or the restriction is lifted."""

    ends_on = None  # type: ignore[assignment]  # how Django takes a field away


class EndForm(GovForm):
    """Nothing to say: only to be sure."""


class RestrictForm(GovForm):
    reason = reason_field("Why is this record restricted?", "Enter why this record is restricted")
    named = ModelCheckboxesField(
        "Who else needs to see it?",
        hint="You and the workers allocated to this child will see it. You can name other people afterwards.",
        required=False,
    )

    def __init__(self, *args: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choose_from(self, "named", people)
        if not people.exists():
            del self.fields["named"]

    def values(self) -> RestrictFacts:
        return {"reason": self.cleaned_data["reason"], "named": list(self.cleaned_data.get("named", ()))}


class LiftForm(GovForm):
    reason = reason_field("Why is the restriction lifted?", "Enter why the restriction is lifted")


class AnswerLiftingForm(GovForm):
    agreed = RadiosField(
        "Do you agree that the restriction is lifted?",
        choices=[("yes", "Yes, lift it now"), ("no", "No, it stays")],
        missing="Select whether you agree",
    )
    answer = TextAreaField(
        "Why?",
        hint="Needed when it stays.",
        called="Your answer",
        required=False,
        column=Lifting.answer,
        show_count=True,
        rows=3,
    )

    def values(self) -> LiftingAnswer:
        return {"agreed": self.cleaned_data["agreed"] == "yes", "answer": self.cleaned_data["answer"]}


class TakeBackForm(GovForm):
    """Nothing to say: only to be sure."""

    def values(self) -> LiftingAnswer:
        return {"agreed": False}


class BreakGlassForm(GovForm):
    known_by = RadiosField(
        "How do you know which child it is?",
        choices=[
            ("council", "The council’s ID for the child"),
            ("nhs", "Their NHS number"),
            ("upn", "Their unique pupil number"),
            ("name", "Their last name and date of birth"),
        ],
        reveals={
            "council": ["council"],
            "nhs": ["nhs"],
            "upn": ["upn"],
            "name": ["surname", "born_on", "forename"],
        },
        missing="Select how you know which child it is",
    )
    council = TextField(
        "Council ID", missing="Enter the council’s ID for the child", width=20, column=Identifier.value
    )
    nhs = TextField(
        "NHS number", missing="Enter their NHS number", width=20, column=Identifier.value, inputmode="numeric"
    )
    upn = TextField(
        "Unique pupil number", missing="Enter their unique pupil number", width=20, column=Identifier.value
    )
    surname = TextField("Last name", missing="Enter their last name", column=Child.surname)
    born_on = DateField("Date of birth", missing="Enter their date of birth", called="Their date of birth")
    forename = TextField("First name", hint="Only needed for twins.", required=False, column=Child.forenames)
    reason = reason_field(
        "Why do you need to open it now?",
        "Enter why you need to open it now",
        hint="Their managers will read this.",
    )

    def clean_council(self) -> str:
        return self._number("council")

    def clean_nhs(self) -> str:
        return self._number("nhs")

    def clean_upn(self) -> str:
        return self._number("upn")

    def _number(self, kind: str) -> str:
        try:
            return NUMBERS[kind](self.cleaned_data[kind])
        except NotValid as problem:
            raise ValidationError(str(problem).rstrip(".")) from None

    def values(self) -> BreakGlassFacts:
        answers = self.cleaned_data
        known_by = answers["known_by"]
        return {
            "known_by": known_by,
            "number": answers[known_by] if known_by in NUMBERS else "",
            "surname": tidy(answers["surname"]),
            "forename": tidy(answers["forename"]),
            "born_on": answers["born_on"],
            "reason": answers["reason"],
        }


class AnswerForm(GovForm):
    was_right = RadiosField(
        "Was it right to open this record?",
        choices=[("yes", "Yes, it was right"), ("no", "It is to be followed up")],
        missing="Select whether it was right to open this record",
    )
    answer = TextAreaField(
        "What did you find?",
        hint="Needed when it is to be followed up: say what happens now.",
        called="What you found",
        required=False,
        column=Grant.answer,
        show_count=True,
        rows=3,
    )

    def values(self) -> OpeningAnswer:
        return {"was_right": self.cleaned_data["was_right"] == "yes", "answer": self.cleaned_data["answer"]}


class ReadingsFilter(GovForm):
    mark_optional = False
    SHOWN = [
        ("opened", "Everybody who opened it"),
        ("unlisted", "Only people who were not on the list"),
        ("lists", "Lists it was on as well"),
    ]
    show = RadiosField("Show", choices=SHOWN, required=False, small=True)
    person = SelectField("Who looked", choices=(), blank="Anybody", required=False)

    def __init__(self, *args: Any, people: Iterable[User], **options: Any) -> None:
        super().__init__(*args, **options)
        choose_from(self, "person", [(str(user.pk), user.name) for user in people])

    @property
    def chosen(self) -> LooksChosen:
        """As readings.looks_at takes it. Nothing chosen, or nonsense in the address: everybody who opened it."""
        answers = self.cleaned_data if self.is_bound and self.is_valid() else {}
        person, show = answers.get("person"), answers.get("show")
        return {
            "person": int(person) if person else None,
            "unlisted": show == "unlisted",
            "lists": show == "lists",
        }
