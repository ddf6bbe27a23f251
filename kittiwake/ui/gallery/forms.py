"""The gallery's forms: every kind of question, once, about gates."""

from __future__ import annotations

from django import forms as django_forms
from django.core.exceptions import ValidationError

from kittiwake.ui.forms import (
    CheckboxesField,
    ConfirmField,
    DateField,
    EmailField,
    FileField,
    GovForm,
    MomentField,
    NumberField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
    VersionField,
    YesNoField,
)

WOODS = [("oak", "Oak"), ("larch", "Larch"), ("other", "Another wood")]
COLOURS = [("green", "Green"), ("black", "Black"), ("none", "No colour, leave it bare")]
FARMS = [("near", "Near farm"), ("far", "Far farm")]


class EveryQuestionForm(GovForm):
    sections = [
        ("The gate", ["wood", "other_wood", "colours", "height", "farm", "seen_at", "hung_on"]),
        ("You", ["name", "email", "has_tools", "tools", "notes", "drawing", "agreed"]),
    ]
    version = VersionField(required=False)
    wood = RadiosField(
        "Which wood?",
        choices=WOODS,
        missing="Select the wood",
        hints={"oak": "Lasts longest"},
        reveals={"other": ["other_wood"]},
    )
    other_wood = TextField("Name the wood", missing="Enter the name of the wood", max_length=40, width=20)
    colours = CheckboxesField(
        "Which colours will do?",
        hint="Select all that apply",
        choices=COLOURS,
        exclusive="none",
        missing="Select the colours that will do, or “No colour”",
    )
    height = NumberField(
        "Height", missing="Enter the height", min_value=50, max_value=250, suffix="cm", width=4
    )
    farm = SelectField("Farm", choices=FARMS, missing="Select the farm")
    seen_at = MomentField(
        "When was the old gate last seen?",
        hint="As near as you can. The date may be earlier than today.",
        called="When the old gate was last seen",
        missing="Enter when the old gate was last seen",
        past=True,
    )
    hung_on = DateField("Date to hang it", hint="For example, 27 3 2027", missing="Enter the date to hang it")
    name = TextField("Full name", missing="Enter your full name", width="two-thirds", max_length=100)
    email = EmailField("Email address", missing="Enter your email address", required=False)
    has_tools = YesNoField(
        "Do you have tools?", missing="Select yes if you have tools", reveals={"yes": ["tools"]}
    )
    tools = TextAreaField("Which tools?", missing="Enter which tools you have", rows=3)
    notes = TextAreaField("Notes", required=False, max_length=200, show_count=True)
    drawing = FileField("Drawing", required=False, accept=(".pdf", ".png"), hint="A PDF or PNG, up to 10MB")
    agreed = ConfirmField(
        "The neighbours have agreed to the gate", missing="Select the box if the neighbours have agreed"
    )

    def clean(self) -> None:
        if "green" in self.cleaned_data.get("colours", ()) and self.cleaned_data.get("wood") == "oak":
            raise ValidationError("Oak is not painted green here. Choose another wood or colour.")


class ClosureForm(GovForm):
    reason = TextAreaField("Why is it being closed?", missing="Enter why it is being closed", rows=3)


class NoteForm(GovForm):
    version = VersionField()
    note = TextAreaField("Note", missing="Enter the note")


class PlainForm(django_forms.Form):
    """A form of somebody else's, such as the sign-in pages', drawn the same way."""

    username = django_forms.CharField(label="User name")
    password = django_forms.CharField(label="Password", widget=django_forms.PasswordInput)
    remember = django_forms.BooleanField(label="Keep me signed in", required=False)
