"""What a person typed about a pack. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.ui.forms import DateField, GovForm


class PackForm(GovForm):
    as_of = DateField(
        "As of which day?",
        hint="Figures are those of the 12 months up to it.",
        missing="Enter the day",
        called="The day",
        past=True,
    )


class ButtonForm(GovForm):
    """Nothing is asked: the button is the answer."""
