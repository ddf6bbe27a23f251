"""What a manager typed who takes notice of an open episode. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.ui.forms import GovForm, TextAreaField


class AcknowledgementForm(GovForm):
    words = TextAreaField(
        "What is being done to find them?",
        hint="Your name stands beside this on their record.",
        missing="Enter what is being done to find them",
    )
