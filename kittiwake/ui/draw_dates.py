"""The questions of many inputs, drawn: a date, and a date with a time that may not be known."""

from __future__ import annotations

from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from kittiwake.ui import govuk
from kittiwake.ui.parts import Params, element_id, error_message, errors, fieldset, hint_and_error
from kittiwake.ui.widgets import TypedDate, TypedMoment


def _wrong_parts(bound: BoundField, every: tuple[str, ...]) -> set[str]:
    return {part for error, _ in errors(bound) for part in getattr(error, "parts", every)}


def _date_items(bound: BoundField, typed: TypedDate, wrong: set[str]) -> list[Params]:
    return [
        {
            "id": f"{element_id(bound)}_{part}",
            "name": f"{bound.html_name}_{part}",
            "label": part.capitalize(),
            "value": value,
            "classes": f"govuk-input--width-{4 if part == 'year' else 2}"
            + (" govuk-input--error" if part in wrong else ""),
        }
        for part, value in typed._asdict().items()
    ]


def draw_date(bound: BoundField) -> SafeString:
    typed = bound.value() or TypedDate()
    items = _date_items(bound, typed, _wrong_parts(bound, TypedDate._fields))
    params = {"id": element_id(bound), "fieldset": fieldset(bound), "items": items, **hint_and_error(bound)}
    return govuk.render_mapping("date-input", params)


def draw_moment(bound: BoundField) -> SafeString:
    """A fieldset holding "Now", a date input without a legend of its own, a time, and "Time not known"."""
    typed: TypedMoment = bound.value() or TypedMoment()
    wrong = _wrong_parts(bound, (*TypedDate._fields, "time"))
    outer, described = element_id(bound), []
    lines = []
    if bound.help_text:
        described.append(f"{outer}-hint")
        lines.append(govuk.render("hint", id=f"{outer}-hint", text=bound.help_text))
    if error := error_message(bound):
        described.append(f"{outer}-error")
        lines.append(govuk.render("error-message", id=f"{outer}-error", **error))
    if getattr(bound.field, "past", False):
        lines.append(_moment_now(bound, typed))
    lines.append(govuk.render("date-input", id=outer, items=_date_items(bound, typed.date, wrong)))
    lines.append(_moment_time(bound, typed, "time" in wrong))
    if getattr(bound.field, "unknown", True):
        lines.append(_moment_unknown(bound, typed))
    group = {**fieldset(bound), "role": "group", "html": mark_safe("".join(lines))}
    if described:
        group["describedBy"] = " ".join(described)
    classes = "govuk-form-group" + (" govuk-form-group--error" if error else "")
    return format_html('<div class="{}">{}</div>', classes, govuk.render_mapping("fieldset", group))


def _moment_now(bound: BoundField, typed: TypedMoment) -> SafeString:
    """Saves five answers where something is written down as it happens. Works without a script: the server's clock."""
    name = f"{bound.html_name}_now"
    item = {"value": "yes", "text": "Now", "checked": bool(typed.now)}
    return govuk.render(
        "checkboxes",
        name=name,
        idPrefix=f"{element_id(bound)}_now",
        items=[item],
        classes="govuk-checkboxes--small",
    )


def _moment_time(bound: BoundField, typed: TypedMoment, wrong: bool) -> SafeString:
    return govuk.render(
        "input",
        id=f"{element_id(bound)}_time",
        name=f"{bound.html_name}_time",
        label={"text": "Time"},
        hint={"text": "For example, 6:10pm or 18:10"},
        value=typed.time,
        classes="govuk-input--width-5" + (" govuk-input--error" if wrong else ""),
    )


def _moment_unknown(bound: BoundField, typed: TypedMoment) -> SafeString:
    name, outer = f"{bound.html_name}_time_unknown", f"{element_id(bound)}_time_unknown"
    item = {"value": "yes", "text": "Time not known", "checked": bool(typed.time_unknown)}
    return govuk.render(
        "checkboxes", name=name, idPrefix=outer, items=[item], classes="govuk-checkboxes--small"
    )
