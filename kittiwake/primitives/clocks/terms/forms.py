"""What a person typed about a school's terms. Parse and validate; never save."""

from __future__ import annotations

from typing import TypedDict

from kittiwake.primitives.clocks.models import SchoolYear
from kittiwake.ui.forms import GovForm, TextAreaField, TextField, VersionField


class TermsFacts(TypedDict):
    terms: str
    closed: str
    source: str
    version: int


class TermsForm(GovForm):
    version = VersionField()
    terms = TextAreaField(
        "The terms of one school year",
        hint="The first and the last day of each on a line of its own, like “2 September 2026 to 23 October 2026”. Give each half term.",
        missing="Enter the terms",
        max_length=2000,
        show_count=False,
        rows=7,
    )
    closed = TextAreaField(
        "Days in term on which pupils do not attend",
        hint="Training days and the like, each on a line of its own. Leave out bank holidays: they are known.",
        required=False,
        max_length=2000,
        show_count=False,
        rows=5,
    )
    source = TextField(
        "Where are the dates from?",
        hint="Such as the school’s own page, and the day you read it.",
        missing="Enter where the dates are from",
        column=SchoolYear.source,
    )

    def facts(self) -> TermsFacts:
        given = self.cleaned_data
        return {
            "terms": given["terms"],
            "closed": given["closed"],
            "source": given["source"],
            "version": given["version"],
        }
