"""What a person typed about the effect of an action, closing it and opening it again. Parse and validate; never save."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from kittiwake.record.models import Entry
from kittiwake.ui.dates import long_date
from kittiwake.ui.forms import (
    GovForm,
    ModelSelectField,
    TextAreaField,
)


class EffectForm(GovForm):
    entry = ModelSelectField(
        "Which entry on their record shows it?",
        hint="What happened after the action can be its effect. If nothing is there, nothing has been shown yet.",
        missing="Select the entry that shows it",
    )
    changed = TextAreaField(
        "What is different for the child?", missing="Enter what is different for the child"
    )
    despite = TextAreaField(
        "If something speaks against it: why does it show the change all the same?",
        hint="It came before the action, shows the opposite, or the opposite has happened since.",
        called="Why it shows the change all the same",
        required=False,
        rows=3,
    )

    def __init__(self, *args: Any, entries: Any, since: datetime, **more: Any) -> None:
        super().__init__(*args, **more)
        entry_field: Any = self.fields["entry"]
        entry_field.queryset = entries
        entry_field.label_from_instance = partial(_said, since=since)


def _said(entry: Entry, *, since: datetime) -> str:
    before = " (before the action)" if entry.happened_at <= since else ""
    return f"{long_date(entry.happened_at)}: {entry.summary}{before}"


class CloseForm(GovForm):
    learned = TextAreaField(
        "What do others learn from this?", hint="Without naming the child.", missing="Enter what others learn"
    )


class ReopenForm(GovForm):
    reason = TextAreaField("Why is it open again?", missing="Enter why it is open again")
