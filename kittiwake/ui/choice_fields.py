"""Questions answered by choosing. Values are words that would survive in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kittiwake.ui.fields import GovField, doubled, lower_first

# A value and its words; or a name and a group of them.
Pairs = Iterable[tuple[Any, Any]]
Choices = Pairs | Callable[[], Pairs]
Reveals = Mapping[str, Sequence[str]]


class ChoiceField(GovField):
    """What radios, checkboxes and selects share.

    `hints`: a hint by value. `reveals`: names of the form's fields asked only when that value is chosen; when it
    is not, they are neither required nor kept.
    """

    verb = "Select"

    def __init__(
        self,
        label: str,
        *,
        hints: Mapping[str, str] | None = None,
        reveals: Reveals | None = None,
        **options: Any,
    ) -> None:
        super().__init__(label, **options)
        self.hints, self.reveals = hints or {}, reveals or {}

    def wording(self, called: str) -> dict[str, str]:
        wrong = f"{doubled(called)} must be one of the choices on this page"
        return {"invalid_choice": wrong, "invalid_list": wrong, "invalid_pk_value": wrong}


class RadiosField(ChoiceField, forms.ChoiceField):
    """One of a few, all in sight."""

    widget = forms.RadioSelect
    empty_value = ""

    def __init__(self, label: str, *, inline: bool = False, small: bool = False, **options: Any) -> None:
        super().__init__(label, **options)
        self.inline, self.small = inline, small


class YesNoField(ChoiceField, forms.TypedChoiceField):
    """Yes or no: True, False, or None when an optional question is left open."""

    widget = forms.RadioSelect

    def __init__(self, label: str, *, inline: bool = True, **options: Any) -> None:
        choices = [("yes", "Yes"), ("no", "No")]
        super().__init__(label, choices=choices, coerce="yes".__eq__, empty_value=None, **options)
        self.inline = inline and not self.reveals

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value)


class SelectField(ChoiceField, forms.ChoiceField):
    """One of many. `blank` is the first line, chosen until somebody chooses."""

    empty_value = ""

    def __init__(
        self, label: str, *, choices: Choices = (), blank: str = "Choose one", **options: Any
    ) -> None:
        self.blank_line = ("", blank)
        super().__init__(
            label,
            choices=lambda: [self.blank_line, *(choices() if callable(choices) else choices)],
            **options,
        )

    def choose_from(self, choices: Pairs) -> None:
        self.choices = [self.blank_line, *choices]


class ModelSelectField(ChoiceField, forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable where it runs
    """One row of a queryset; narrow `form.fields[name].queryset` to what the viewer may see."""

    def __init__(
        self, label: str, *, queryset: Any = None, blank: str = "Choose one", **options: Any
    ) -> None:
        super().__init__(label, queryset=queryset, empty_label=blank, **options)


class ModelRadiosField(ChoiceField, forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable where it runs
    """One row of a short queryset, all in sight."""

    widget = forms.RadioSelect

    def __init__(self, label: str, *, queryset: Any = None, **options: Any) -> None:
        super().__init__(label, queryset=queryset, blank=False, empty_label=None, **options)


class CheckboxesField(ChoiceField, forms.MultipleChoiceField):
    """Any number of a few. `exclusive` is the value that rules the others out ("none"), drawn last after "or"."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, label: str, *, exclusive: str = "", small: bool = False, **options: Any) -> None:
        super().__init__(label, **options)
        self.exclusive, self.small = exclusive, small
        self.empty_value = []

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if self.exclusive in value and len(value) > 1:
            alone = dict(self.widget.choices)[self.exclusive]
            raise ValidationError(f"Select “{alone}” on its own, or only the others", code="not_alone")


class ModelCheckboxesField(ChoiceField, forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Any number of rows of a short queryset."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, label: str, *, queryset: Any = None, small: bool = False, **options: Any) -> None:
        super().__init__(label, queryset=queryset, **options)
        self.small = small
        self.empty_value = []


class ConfirmField(ChoiceField, forms.BooleanField):
    """A single box to tick. Required means it must be ticked."""

    widget = forms.CheckboxInput
    empty_value = False

    def _missing(self, label: str) -> str:
        return f"Select the box to confirm: {lower_first(label)}"
