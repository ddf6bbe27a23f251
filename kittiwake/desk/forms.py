"""What a person looks for, and what they know of a child."""

from __future__ import annotations

from kittiwake.record import codes
from kittiwake.record.models import Team, Worker
from kittiwake.ui.forms import (
    CheckboxesField,
    DateField,
    GovForm,
    ModelSelectField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    VersionField,
)


class SearchForm(GovForm):
    wanted = TextField(
        "Name, council id, NHS number, UPN or police reference",
        hint="Also finds street names and other spellings.",
        missing="Enter a name or a number",
        autocomplete="off",
        spellcheck=False,
        max_length=100,
    )


class ChronologyForm(GovForm):
    mark_optional = False
    text = TextField("Words in the summary", required=False, width=20)
    kind = SelectField("Kind", blank="Everything", required=False)
    since = DateField("From", required=False)
    until = DateField("To", required=False)


class ChildForm(GovForm):
    sections = [
        ("Name and birth", ["forenames", "surname", "called", "born_on", "birth_is"]),
        ("About them", ["sex", "ethnicity", "disabilities", "language", "communication"]),
    ]
    version = VersionField(required=False)
    forenames = TextField("First names", required=False, max_length=200)
    surname = TextField("Last name", required=False, max_length=200)
    called = TextField("What do they like to be called?", required=False, max_length=100)
    born_on = DateField("Date of birth", required=False)
    birth_is = RadiosField(
        "Is that date",
        choices=[("known", "Known"), ("approximate", "Approximate"), ("due", "Not yet born: date due")],
        initial="known",
        inline=True,
        missing="Select how sure the date is",
    )
    sex = RadiosField(
        "Sex", choices=[("F", "Female"), ("M", "Male"), ("U", "Not known")], initial="U", inline=True, missing="Select their sex"
    )
    ethnicity = SelectField("Ethnicity", choices=[(c.key, c.label) for c in codes.ETHNICITY.codes], missing="Select")
    disabilities = CheckboxesField(
        "Disability", choices=[(c.key, c.label) for c in codes.DISABILITY.codes if c.key != "NONE"], required=False, small=True
    )
    language = TextField("First language", required=False, max_length=20, width=20)
    communication = TextAreaField(
        "How is it best to talk with them?",
        hint="For example, an interpreter, signing, pictures, short talks, time to think.",
        rows=3,
        required=False,
    )


class NewChildForm(ChildForm):
    council_id = TextField("Council id", required=False, width=20)
    team = ModelSelectField("Which team takes them?", queryset=Team.objects.none(), missing="Select a team")


class AllocationForm(GovForm):
    team = ModelSelectField("Team", queryset=Team.objects.none(), missing="Select a team")
    worker = ModelSelectField(
        "Worker", queryset=Worker.objects.none(), blank="Nobody yet: this is a gap", required=False
    )
    starts_on = DateField("From which day?", missing="Enter from which day", called="The day")
    reason = TextField("Why does the worker change?", required=False)
