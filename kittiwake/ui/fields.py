"""The questions a form can ask. Each carries its own words: label, hint, and what to say when it is left empty.

    seen_at = MomentField("When were they last seen?", missing="Enter when they were last seen",
                          called="When they were last seen")

`missing` is the message when a required question is left empty. `called` is how other messages name it
("When they were last seen must be in the past"); without it, the label. How a question looks is said here too,
because whoever asks it knows how long an answer is; the markup is in `bound.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from django import forms
from django.core.validators import EmailValidator
from django.db.backends.base.operations import BaseDatabaseOperations

Size = Literal["s", "m", "l", "xl", ""]


# What nobody writes more of in one box, where the column itself has no limit: some five pages.
ONE_LINE, FREE_TEXT = 200, 10_000
LARGEST_VERSION = BaseDatabaseOperations.integer_field_ranges["IntegerField"][1]
SMALLEST, LARGEST = BaseDatabaseOperations.integer_field_ranges["PositiveSmallIntegerField"]


def longest(*columns: Any) -> int:
    """How long a text these columns keep, as their models say: the shortest of them."""
    return min(int(column.field.max_length) for column in columns)


def reach(column: Any) -> tuple[int, int]:
    """The smallest and the largest whole number a column keeps."""
    return BaseDatabaseOperations.integer_field_ranges[column.field.get_internal_type()]


class GovField(forms.Field):
    """What every question shares. The class attributes are also the look of a plain Django field."""

    verb = "Enter"
    noun = "The answer"
    called: str = noun
    size: Size = "s"
    width: int | str = ""
    classes = ""
    prefix = suffix = ""
    autocomplete = inputmode = ""
    spellcheck: bool | None = None
    rows = 5
    show_count = False
    inline = small = False
    exclusive = ""
    hints: Mapping[str, str] = {}
    reveals: Mapping[str, Sequence[str]] = {}
    empty_value: Any = None

    def __init__(
        self,
        label: str,
        *,
        missing: str = "",
        called: str = "",
        hint: str = "",
        size: Size = "s",
        error_messages: Mapping[str, str] | None = None,
        **options: Any,
    ) -> None:
        """`options` are Django's (required, initial, validators, ...). Raises TypeError for an unknown one."""
        super().__init__(label=label, help_text=hint, **options)
        self.size = size
        self.called = called or (self.noun if label.endswith("?") else label)
        self.error_messages |= {"required": missing or self._missing(label), **self.wording(self.called)}
        self.error_messages |= error_messages or {}

    def wording(self, called: str) -> dict[str, str]:
        """Error messages by code. Django fills them with %, so a % in `called` has been doubled."""
        return {}

    def _missing(self, label: str) -> str:
        return f"Answer the question: {label}" if label.endswith("?") else f"{self.verb} {lower_first(label)}"


def lower_first(words: str) -> str:
    """For the middle of a sentence; NHS number, UPN and I stay as they are."""
    return words if re.match(r"[A-Z]{2}|I\b", words) else words[:1].lower() + words[1:]


def doubled(called: str) -> str:
    """For messages that Django fills in with the % operator."""
    return called.replace("%", "%%")


def _text_wording(called: str) -> dict[str, str]:
    name = doubled(called)
    return {
        "max_length": f"{name} must be %(limit_value)s characters or fewer. You have used %(show_value)s",
        "min_length": f"{name} must be %(limit_value)s characters or more",
        "null_characters_not_allowed": f"{called} has a character in it that cannot be stored. Type it again",
    }


def _limited(options: dict[str, Any], otherwise: int) -> dict[str, Any]:
    """The options with the limit of the `column` (or columns) it is written to, which are taken out."""
    columns = options.pop("column", None) or ()
    if columns:
        return {**options, "max_length": longest(*(columns if isinstance(columns, tuple) else (columns,)))}
    return {"max_length": otherwise, **options}


class TextField(GovField, forms.CharField):
    """One line of text, no longer than the `column` keeps: `column=Report.reporter`, or several in a tuple. Where it is
    written to none, `max_length` says how long it may be (tests/architecture/test_limits.py).
    `width` is in characters (2, 3, 4, 5, 10, 20, 30) or "one-half" and the like."""

    empty_value = ""

    def __init__(
        self,
        label: str,
        *,
        width: int | str = "",
        prefix: str = "",
        suffix: str = "",
        autocomplete: str = "",
        inputmode: str = "",
        spellcheck: bool | None = None,
        **options: Any,
    ) -> None:
        super().__init__(label, **_limited(options, ONE_LINE))
        self.width, self.prefix, self.suffix = width, prefix, suffix
        self.autocomplete, self.inputmode, self.spellcheck = autocomplete, inputmode, spellcheck

    def wording(self, called: str) -> dict[str, str]:
        return _text_wording(called)


class TextAreaField(GovField, forms.CharField):
    """Free text, of FREE_TEXT letters at most, or what its `column` keeps. The page counts down to the limit; the server
    counts the same way."""

    widget = forms.Textarea
    empty_value = ""

    def __init__(self, label: str, *, rows: int = 5, show_count: bool = True, **options: Any) -> None:
        super().__init__(label, **_limited(options, FREE_TEXT))
        self.rows, self.show_count = rows, show_count

    def wording(self, called: str) -> dict[str, str]:
        return _text_wording(called)

    def to_python(self, value: Any) -> str:
        # Browsers send every line end as two characters but count it as one on the screen.
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


class EmailField(TextField):
    widget = forms.EmailInput
    default_validators = [EmailValidator(code="not_an_address")]

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, **{"autocomplete": "off", "spellcheck": False, "max_length": 254, **options})

    def wording(self, called: str) -> dict[str, str]:
        wrong = "Enter an email address in the correct format, like name@example.com"
        return {**super().wording(called), "not_an_address": wrong}


class NumberField(GovField, forms.IntegerField):
    """A whole number that its `column` keeps, typed as text so that what was typed is kept when it is wrong.

    Without a column, what a small column of counts keeps.
    """

    widget = forms.NumberInput
    noun = "The number"
    inputmode = "numeric"

    def __init__(
        self,
        label: str,
        *,
        column: Any = None,
        width: int | str = 5,
        prefix: str = "",
        suffix: str = "",
        **options: Any,
    ) -> None:
        least, most = reach(column) if column else (SMALLEST, LARGEST)
        super().__init__(label, **{"min_value": least, "max_value": most, **options})
        self.width, self.prefix, self.suffix = width, prefix, suffix

    def wording(self, called: str) -> dict[str, str]:
        return {
            "invalid": f"{called} must be a whole number, like 15",
            "min_value": f"{doubled(called)} must be %(limit_value)s or more",
            "max_value": f"{doubled(called)} must be %(limit_value)s or fewer",
        }


class HiddenField(GovField, forms.CharField):
    """Something the form carries and nobody sees. Its errors still show, in the summary."""

    widget = forms.HiddenInput
    empty_value = ""

    def __init__(self, label: str = "This page", **options: Any) -> None:
        super().__init__(label, **{"missing": OUT_OF_DATE, **options})


class VersionField(GovField, forms.IntegerField):
    """Which version of a row the person was looking at when they typed."""

    widget = forms.HiddenInput

    def __init__(self, label: str = "Version", **options: Any) -> None:
        super().__init__(
            label, **{"missing": OUT_OF_DATE, "min_value": 0, "max_value": LARGEST_VERSION, **options}
        )

    def wording(self, called: str) -> dict[str, str]:
        return dict.fromkeys(("invalid", "min_value", "max_value"), OUT_OF_DATE)


OUT_OF_DATE = "This page is out of date. Copy what you have typed, open the page again and enter it there"
