"""The question every area asks when something was recorded wrongly."""

from __future__ import annotations

from kittiwake.record.models import Entry
from kittiwake.ui.forms import GovForm, TextField


class StrikeOutForm(GovForm):
    """`reason` is what recording's strike_out and take_back take."""

    reason = TextField(
        "What was recorded wrongly?",
        missing="Enter what was recorded wrongly",
        called="The reason",
        column=Entry.struck_out_reason,
    )
