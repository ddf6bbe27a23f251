"""Which file holds the list of staff."""

from __future__ import annotations

from kittiwake.ui.forms import FileField, GovForm

MOST_BYTES = 5_000_000


class StaffFileForm(GovForm):
    file = FileField(
        "Choose the file",
        hint="Excel or CSV, with a row of headings: Name, Email address, Role; and where you know them Team, Manages it (yes or "
        "no), Last day.",
        accept=(".csv", ".xlsx", ".txt", ".tsv"),
        max_bytes=MOST_BYTES,
        missing="Select a file",
    )
