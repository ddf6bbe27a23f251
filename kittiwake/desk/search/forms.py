"""What to look for. Parse and validate; never save."""

from __future__ import annotations

from kittiwake.ui.forms import (
    GovForm,
    TextField,
)


class SearchForm(GovForm):
    mark_optional = False
    sought = TextField(
        "Who are you looking for?",
        hint="A name, also one that others call them by; the council’s number, the unique pupil number (UPN) or NHS number; a police reference; or the title of a document.",
        missing="Enter a name, a number or a police reference",
        called="What you are looking for",
        autocomplete="off",
        spellcheck=False,
        max_length=100,
        min_length=2,
    )
