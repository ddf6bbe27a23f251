"""What a person typed about who a child is. Parse and validate; never save."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict

from django.db.models import QuerySet
from django.utils import timezone

from kittiwake.record import codes
from kittiwake.record.facts import ChildFacts
from kittiwake.record.models import Child, Identifier, Name, Team
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import (
    CheckboxesField,
    ConfirmField,
    DateField,
    GovForm,
    ModelSelectField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    VersionField,
    YesNoField,
)

NAMES = ("forenames", "surname", "called")
NUMBERS = (Identifier.COUNCIL, Identifier.UPN, Identifier.NHS)


def _today() -> date:
    return local_date(timezone.now())


class ChildForm(GovForm):
    sections = [
        ("Name", ["forenames", "surname", "called"]),
        ("Birth", ["born_on", "birth_is"]),
        ("Who they are", ["sex", "gender", "ethnicity", "disabilities", "unaccompanied"]),
        ("Talking with them", ["language", "communication"]),
    ]
    forenames = TextField("First names", required=False, column=Child.forenames, spellcheck=False)
    surname = TextField("Last name", required=False, column=Child.surname, spellcheck=False)
    called = TextField("What they like to be called", required=False, column=Child.called, spellcheck=False)
    born_on = DateField("Date of birth", required=False)
    birth_is = RadiosField(
        "This date is",
        choices=Child._meta.get_field("birth_is").choices,
        initial="known",
        small=True,
        missing="Select whether the date of birth is known",
    )
    sex = SelectField(
        "Sex", choices=lambda: codes.SEX.choices(_today()), blank="Not recorded", required=False
    )
    gender = SelectField(
        "Gender",
        hint="What the child says of themselves.",
        choices=lambda: codes.GENDER.choices(_today()),
        blank="Not asked",
        required=False,
    )
    ethnicity = SelectField(
        "Ethnicity", choices=lambda: codes.ETHNICITY.choices(_today()), blank="Not asked yet", required=False
    )
    disabilities = CheckboxesField(
        "Disability",
        choices=lambda: codes.DISABILITY.choices(_today()),
        exclusive="NONE",
        required=False,
        small=True,
    )
    unaccompanied = YesNoField("Did they come to this country on their own, and seek asylum?", required=False)
    language = SelectField(
        "First language",
        choices=lambda: codes.LANGUAGE.choices(_today()),
        blank="Not recorded",
        required=False,
    )
    communication = TextAreaField(
        "How to communicate with them",
        hint="An interpreter, signing, pictures, time to think.",
        rows=3,
        required=False,
    )

    def facts(self) -> ChildFacts:
        """What was left open is the code for not known."""
        answers = self.cleaned_data
        return {
            "forenames": answers["forenames"],
            "surname": answers["surname"],
            "called": answers["called"],
            "born_on": answers["born_on"],
            "birth_is": answers["birth_is"],
            "sex": answers["sex"] or "U",
            "gender": answers["gender"] or "00",
            "ethnicity": answers["ethnicity"] or "NOBT",
            "disabilities": answers["disabilities"],
            "unaccompanied": answers["unaccompanied"],
            "language": answers["language"],
            "communication": answers["communication"],
        }


class AddChildForm(ChildForm):
    sections = [
        *ChildForm.sections,
        ("Numbers", [*NUMBERS]),
        ("Whose they are", ["team"]),
        ("Already on the record?", ["is_another"]),
    ]
    team = ModelSelectField("Which team takes them?", missing="Select the team")
    council = TextField(
        "Council’s number", required=False, width=20, column=Identifier.value, spellcheck=False
    )
    upn = TextField(
        "Unique pupil number (UPN)", required=False, width=20, column=Identifier.value, spellcheck=False
    )
    nhs = TextField("NHS number", required=False, width=20, column=Identifier.value, spellcheck=False)
    is_another = ConfirmField("I have searched, and this is a child who is not on the record yet")

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if not self.errors and not any(answers[name] for name in ("forenames", "surname", *NUMBERS)):
            self.add_error("forenames", "Enter a name, or a number the child is known by")
        return answers

    def __init__(self, *given: Any, teams: QuerySet[Team], **more: Any) -> None:
        super().__init__(*given, **more)
        team = self.fields["team"]
        assert isinstance(team, ModelSelectField)
        team.queryset = teams

    def numbers(self) -> dict[str, str]:
        return {kind: self.cleaned_data[kind] for kind in NUMBERS if self.cleaned_data[kind]}


class ChangeChildForm(ChildForm):
    version = VersionField()

    def clean(self) -> dict[str, Any]:
        """A child known by a number alone may stay so; who has a name keeps one."""
        answers = super().clean() or self.cleaned_data
        is_named, stays_named = (any(of.get(name) for name in NAMES) for of in (self.initial, answers))
        if not self.errors and is_named and not stays_named:
            self.add_error(
                "forenames", "Enter at least one name: a child who has a name cannot be left without one"
            )
        return answers


class NameFacts(TypedDict):
    kind: str
    forenames: str
    surname: str
    source: str


class NameForm(GovForm):
    kind = RadiosField(
        "What kind of name is it?", choices=Name.KINDS, missing="Select what kind of name it is"
    )
    forenames = TextField(
        "First names, or the only name", column=Name.forenames, required=False, spellcheck=False
    )
    surname = TextField("Last name", column=Name.surname, required=False, spellcheck=False)
    source = TextField("Who uses it, or where is it written?", column=Name.source, required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        if not (answers.get("forenames") or answers.get("surname")):
            self.add_error("forenames", "Enter the name")
        return answers

    def facts(self) -> NameFacts:
        answers = self.cleaned_data
        return {
            "kind": answers["kind"],
            "forenames": answers["forenames"],
            "surname": answers["surname"],
            "source": answers["source"],
        }
