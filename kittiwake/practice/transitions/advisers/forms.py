"""What a person typed about an adviser’s contact. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.forms import own_words
from kittiwake.practice.transitions.models import Contact
from kittiwake.ui.forms import (
    GovForm,
    MomentField,
    RadiosField,
    SelectField,
    TextAreaField,
    TextField,
)


class ContactForm(GovForm):
    contacted = MomentField("When?", missing="Enter when", called="The time", past=True)
    adviser_name = TextField(
        "Who was in touch?", missing="Enter who was in touch", column=Contact.adviser_name
    )
    how = RadiosField("How?", choices=rules.MEANS, missing="Select how", small=True)
    activity = SelectField(
        "What are they doing now?", choices=rules.ACTIVITIES, missing="Select what they are doing"
    )
    child_words = own_words()
    words = TextAreaField("How are they, and what will you do?", rows=4, required=False)
