"""Thinking of an answer to every question of a form, and of the next when that one was refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.forms.forms import BaseForm
from django.utils.timezone import now

from kittiwake.time.moments import local
from kittiwake.ui.forms import ChoiceField, DateField, EmailField, FileField, MomentField
from kittiwake.ui.widgets import DateParts, MomentParts
from tests.driving.page_forms import Typed

DAYS = (0, -1, 7, -7, 1, -30, 30, -100, 200, -400)
HOURS = (1, 2, 12, 30, 48, 24 * 7, 24 * 30, -2, -24, -24 * 7)


def is_asked(form: BaseForm, name: str, answers: dict[str, Any]) -> bool:
    """Whether the choices made so far lead to this question."""
    revealed = getattr(form, "revealed_by", {})
    if name not in revealed:
        return True
    asker, value = revealed[name]
    return is_asked(form, asker, answers) and value in answers.get(asker, [])


def order(form: BaseForm) -> list[str]:
    """Who asks before who is asked."""
    revealed = getattr(form, "revealed_by", {})

    def depth(name: str) -> int:
        return 1 + depth(revealed[name][0]) if name in revealed else 0

    return sorted(form.fields, key=depth)


def candidates(form: BaseForm, name: str, choices: list[str]) -> list[list[str]]:
    """Answers to one question, the likeliest first: as a browser would send them for a field of one box."""
    field = form.fields[name]
    if isinstance(field.widget, (forms.HiddenInput, forms.MultipleHiddenInput)):
        return [_as_it_is(form, name)]
    if isinstance(field.widget, (DateParts, MomentParts)):
        raise TypeError("A date has three boxes.")
    return list(_answers(form, name, field, choices))


def _as_it_is(form: BaseForm, name: str) -> list[str]:
    value = form[name].value()
    values = value if isinstance(value, (list, tuple)) else [value]
    return ["" if value is None else str(value) for value in values]


def _answers(form: BaseForm, name: str, field: forms.Field, choices: list[str]) -> Iterator[list[str]]:
    if isinstance(field.widget, forms.CheckboxInput):
        yield ["yes"]
    elif hasattr(field, "choices"):
        values = [choice for choice in choices if choice]
        exclusive = getattr(field, "exclusive", "")
        present = [value for value in _as_it_is(form, name) if value in values]
        yield from ([[present[0]]] if present else [])
        yield from ([value] for value in values if value != exclusive)
    elif isinstance(field, (forms.EmailField, EmailField)):
        yield ["somebody.new@saltmere.example"]
    elif isinstance(field, (forms.IntegerField, forms.DecimalField, forms.FloatField)):
        yield from _numbers(form, name, field)
    else:
        was = _as_it_is(form, name)[0]
        yield from ([[was]] if was else [])
        yield ["Words about it"]
        yield ["Other words about it"]


def _numbers(form: BaseForm, name: str, field: Any) -> Iterator[list[str]]:
    was = _as_it_is(form, name)[0]
    yield from ([[was]] if was else [])
    low = field.min_value if field.min_value is not None else 1
    high = field.max_value if field.max_value is not None else 100
    for number in (max(low, min(high, 1)), low, high, 5, 30):
        yield [str(number)]


def whens(field: forms.Field) -> list[datetime]:
    """Moments to try for a date, the likeliest first."""
    here = local(now())
    if isinstance(field, MomentField):
        return [here - timedelta(hours=hours) for hours in HOURS]
    return [here + timedelta(days=days) for days in DAYS]


def boxes(form: BaseForm, name: str, when: datetime | date | None) -> Typed:
    """What is typed into the boxes of a date."""
    prefix, empty = form.add_prefix(name), when is None
    typed = {part: "" if empty else str(getattr(when, part)) for part in ("day", "month", "year")}
    if isinstance(form.fields[name].widget, MomentParts):
        typed |= {"time": "" if empty else f"{when:%H:%M}", "time_unknown": ""}
    return {f"{prefix}_{part}": [text] for part, text in typed.items()}


def is_date(field: forms.Field) -> bool:
    return isinstance(field, (DateField, MomentField))


def is_choice(field: forms.Field) -> bool:
    return isinstance(field, ChoiceField) and hasattr(field, "choices")


def is_text(field: forms.Field) -> bool:
    return isinstance(field, forms.CharField) and not isinstance(
        field.widget, (forms.HiddenInput, forms.PasswordInput)
    )


def is_number(field: forms.Field) -> bool:
    return isinstance(field, (forms.IntegerField, forms.DecimalField)) and not isinstance(
        field.widget, forms.HiddenInput
    )


def is_file(field: forms.Field) -> bool:
    return isinstance(field, (FileField, forms.FileField))


def is_seen(field: forms.Field) -> bool:
    return not isinstance(field.widget, (forms.HiddenInput, forms.MultipleHiddenInput, forms.FileInput))


def is_checked(field: forms.Field) -> bool:
    """Whether what is typed is held against a rule of its own, such as an address."""
    return bool(isinstance(field, forms.EmailField) or getattr(field, "inputmode", ""))
