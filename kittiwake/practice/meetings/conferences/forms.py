"""What a person typed about a context conference. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.practice.meetings.forms import AskingForm
from kittiwake.practice.meetings.models import Meeting
from kittiwake.ui.forms import (
    TextField,
)


class ConferenceForm(AskingForm):
    field_order = ["about"]
    about = TextField(
        "Which place or group is it about?",
        hint="No child’s name. A context conference looks at what makes a place unsafe.",
        missing="Enter which place or group it is about",
        column=Meeting.about,
    )
