"""What a person typed in the personal part. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.assurance.supervision.models import PersonalNote
from kittiwake.ui.forms import (
    GovForm,
    RadiosField,
    TextAreaField,
)


class NoteForm(GovForm):
    topic = RadiosField(
        "What is it about?", choices=PersonalNote.TOPICS, missing="Select what it is about", small=True
    )
    words = TextAreaField("What was said or agreed?", rows=6, missing="Enter what was said or agreed")
