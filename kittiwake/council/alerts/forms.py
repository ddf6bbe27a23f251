"""How somebody wants to be told. Parse and validate; never save."""

from __future__ import annotations

from datetime import time
from typing import Any, TypedDict

from django.core.exceptions import ValidationError

from kittiwake.ui.forms import GovForm, TextField, YesNoField
from kittiwake.ui.typed_dates import Unreadable, parse_time


class ChoiceFacts(TypedDict):
    at_once: bool
    daily: bool
    quiet_from: time | None
    quiet_until: time | None


class HourField(TextField):
    """A time of day, in the ways people write it."""

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        try:
            return parse_time(typed, called=self.called) if typed else None
        except Unreadable as unreadable:
            raise ValidationError(str(unreadable)) from None

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value


class ChoiceForm(GovForm):
    at_once = YesNoField(
        "Do you want a mail at once when something about a child of yours cannot wait?",
        hint="A child of yours is missing, or somebody opened a restricted record without being on its list.",
        missing="Select yes if you want a mail at once",
    )
    daily = YesNoField(
        "Do you want a mail each working morning when something waits for you?",
        hint="It says how much waits, and nothing else.",
        missing="Select yes if you want a mail each morning",
    )
    quiet_from = HourField(
        "From what time do you want no mail?",
        hint="For example 6:30pm. What comes then is sent when your quiet hours end. While you are on call there are none.",
        called="The time from which you want none",
        max_length=20,
        required=False,
    )
    quiet_until = HourField(
        "Until what time?",
        hint="For example 7:30am.",
        called="The time until which you want none",
        max_length=20,
        required=False,
    )

    def values(self) -> ChoiceFacts:
        given = self.cleaned_data
        return {
            "at_once": given["at_once"],
            "daily": given["daily"],
            "quiet_from": given["quiet_from"],
            "quiet_until": given["quiet_until"],
        }
