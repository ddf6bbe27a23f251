"""What every question's markup is made of: its label, hint, errors, and the ids that tie them together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from kittiwake.ui.fields import GovField
from kittiwake.ui.widgets import DateParts, MomentParts

Params = dict[str, Any]


class Problem(NamedTuple):
    """One line of the error summary; `target` is the id of the input to mend, or empty."""

    text: str
    target: str


def problems(bound: BoundField) -> list[Problem]:
    """The question's errors, each with the input that mends it: the year's box when only the year is wrong."""
    return [Problem(message, target(bound, error)) for error, message in errors(bound)]


def errors(bound: BoundField) -> Iterator[tuple[ValidationError, str]]:
    for error in bound.errors.as_data():
        for message in error.messages:
            yield error, message


def target(bound: BoundField, error: ValidationError) -> str:
    if bound.is_hidden:
        return ""
    if isinstance(bound.field.widget, (DateParts, MomentParts)):
        return f"{element_id(bound)}_{(*getattr(error, 'parts', ()), 'day')[0]}"
    return element_id(bound)


def element_id(bound: BoundField) -> str:
    return bound.auto_id or bound.html_name


def look(bound: BoundField) -> GovField | type[GovField]:
    return bound.field if isinstance(bound.field, GovField) else GovField


def given(params: Params) -> Params:
    return {name: value for name, value in params.items() if value not in ("", None)}


def label_text(bound: BoundField) -> str:
    """The label, saying so when the question may be left empty."""
    optional = not bound.field.required and getattr(bound.form, "mark_optional", True)
    return f"{bound.label} (optional)" if optional else str(bound.label)


def hint_and_error(bound: BoundField) -> Params:
    return given({"hint": hint(bound), "errorMessage": error_message(bound)})


def hint(bound: BoundField) -> Params | None:
    return {"text": bound.help_text} if bound.help_text else None


def error_message(bound: BoundField) -> Params | None:
    messages = [message for _, message in errors(bound)]
    if not messages:
        return None
    return {"html": mark_safe("<br>".join(escape(message) for message in messages))}


def label(bound: BoundField) -> Params:
    size = look(bound).size
    return {"text": label_text(bound), "classes": f"govuk-label--{size}" if size else ""}


def fieldset(bound: BoundField) -> Params:
    size = look(bound).size
    classes = f"govuk-fieldset__legend--{size}" if size else ""
    words = label_text(bound)
    return {"legend": {"html" if isinstance(words, SafeString) else "text": words, "classes": classes}}


def one_input(bound: BoundField, **more: Any) -> Params:
    """The parameters of every component that is one input."""
    return {
        "id": element_id(bound),
        "name": bound.html_name,
        "label": label(bound),
        **hint_and_error(bound),
        **given(more),
    }
