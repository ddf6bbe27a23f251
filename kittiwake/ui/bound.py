"""From a bound question to GOV.UK markup: one function per widget, chosen by the widget's class.

Works for any Django form (the sign-in pages' too): a field that is not a GovField is drawn with the default look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.widgets import Input
from django.utils.safestring import SafeString, mark_safe

from kittiwake.ui import govuk
from kittiwake.ui.draw_dates import draw_date, draw_moment
from kittiwake.ui.fields import FREE_TEXT
from kittiwake.ui.parts import (
    Params,
    element_id,
    error_message,
    fieldset,
    given,
    hint_and_error,
    look,
    one_input,
)
from kittiwake.ui.widgets import DateParts, MomentParts


class GovBoundField(BoundField):
    """`{{ form.seen_at.as_govuk }}`"""

    def as_govuk(self) -> SafeString:
        return field_html(self)


def field_html(bound: BoundField) -> SafeString:
    """The whole question: label, hint, error, inputs. A hidden one is only its input."""
    for kind in type(bound.field.widget).__mro__:
        if draw := DRAWN_BY.get(kind):
            return draw(bound)
    raise TypeError(f"There is no GOV.UK component for {type(bound.field.widget).__name__} ({bound.name}).")


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _width(width: int | str) -> str:
    if not width:
        return ""
    return f"govuk-input--width-{width}" if isinstance(width, int) else f"govuk-!-width-{width}"


def _input(bound: BoundField, **more: Any) -> SafeString:
    style, widget = look(bound), bound.field.widget
    params = one_input(
        bound,
        value=_text(bound.value()),
        type="text" if isinstance(widget, forms.NumberInput) else getattr(widget, "input_type", "text"),
        classes=" ".join(filter(None, (_width(style.width), style.classes))),
        autocomplete=style.autocomplete or widget.attrs.get("autocomplete", ""),
        inputmode=style.inputmode or widget.attrs.get("inputmode", ""),
        spellcheck=style.spellcheck,
        prefix={"text": style.prefix} if style.prefix else None,
        suffix={"text": style.suffix} if style.suffix else None,
        **more,
    )
    return govuk.render_mapping("input", params)


def _password(bound: BoundField) -> SafeString:
    autocomplete = bound.field.widget.attrs.get("autocomplete", "current-password")
    return govuk.render_mapping("password-input", one_input(bound, autocomplete=autocomplete))


def _textarea(bound: BoundField) -> SafeString:
    style, limit = look(bound), getattr(bound.field, "max_length", None)
    params = one_input(bound, value=_text(bound.value()), rows=style.rows, spellcheck=style.spellcheck)
    if style.show_count and limit:
        # In a box for pages of writing the count is shown when the end is near.
        late = {"threshold": 75} if limit >= FREE_TEXT else {}
        return _keep_lines(govuk.render_mapping("character-count", {**params, "maxlength": limit, **late}))
    return _keep_lines(govuk.render_mapping("textarea", params))


NOT_ANSWERED = "Not answered"
TEXTAREA = re.compile(r"(<textarea[^>]*>)(.*?)(</textarea>)", re.DOTALL)


def _keep_lines(html: str) -> SafeString:
    """Line ends inside the box as references: HTML drops a first line that is empty, and whoever indents the page around
    it would add spaces to every line typed each time the form comes back."""

    def keep(tag: re.Match[str]) -> str:
        typed = tag[2].replace("\r\n", "\n").replace("\r", "\n").replace("\n", "&#10;")
        return tag[1] + ("&#10;" if typed.startswith("&#10;") else "") + typed + tag[3]

    return mark_safe(TEXTAREA.sub(keep, html))


def _choices(bound: BoundField) -> Iterator[tuple[str, str]]:
    """Value and text of each choice; groups are flattened, since the components have none."""
    for value, text in bound.field.widget.choices:
        pairs = text if isinstance(text, (list, tuple)) else [(value, text)]
        yield from ((_text(pair_value), str(pair_text)) for pair_value, pair_text in pairs)


def _select(bound: BoundField) -> SafeString:
    chosen = _text(bound.value())
    items = [{"value": value, "text": text, "selected": value == chosen} for value, text in _choices(bound)]
    return govuk.render_mapping("select", one_input(bound, items=items, classes=_width(look(bound).width)))


def _items(bound: BoundField, chosen: Iterable[str]) -> Iterator[Params]:
    style = look(bound)
    for value, text in sorted(_choices(bound), key=lambda choice: choice[0] == style.exclusive != ""):
        item = {"value": value, "text": text, "checked": value in chosen}
        if hint := style.hints.get(value):
            item["hint"] = {"text": hint}
        if revealed := style.reveals.get(value):
            item["conditional"] = {
                "html": mark_safe("".join(field_html(bound.form[name]) for name in revealed))
            }
        if style.exclusive and value == style.exclusive:
            yield {"divider": "or"}  # what rules the others out comes after them, wherever its list has it
            item["behaviour"] = "exclusive"
        yield item


def _group(
    bound: BoundField, component: str, chosen: Iterable[str], more: Iterable[Params] = ()
) -> SafeString:
    style, ends = look(bound), component
    classes = [f"govuk-{ends}--{word}" for word in ("inline", "small") if getattr(style, word)]
    params = {
        "idPrefix": element_id(bound),
        "name": bound.html_name,
        "fieldset": fieldset(bound),
        "items": [*_items(bound, chosen), *more],
        **given({"classes": " ".join(classes)}),
        **hint_and_error(bound),
    }
    return govuk.render_mapping(component, params)


def _radios(bound: BoundField) -> SafeString:
    return _group(bound, "radios", {_text(bound.value())} - {""}, _taken_back(bound))


def _taken_back(bound: BoundField) -> list[Params]:
    """A circle once filled cannot be emptied: where no answer is an answer, there is one to choose instead."""
    values = [value for value, _ in _choices(bound)]
    if bound.field.required or "" in values or not values:
        return []
    return [{"value": "", "text": NOT_ANSWERED}]


def _checkboxes(bound: BoundField) -> SafeString:
    return _group(bound, "checkboxes", {_text(value) for value in bound.value() or ()})


def _one_checkbox(bound: BoundField) -> SafeString:
    item = {"value": "yes", "text": str(bound.label), "checked": bool(bound.value())}
    if bound.help_text:
        item["hint"] = {"html" if isinstance(bound.help_text, SafeString) else "text": bound.help_text}
    params = {"idPrefix": element_id(bound), "name": bound.html_name, "items": [item]}
    return govuk.render_mapping("checkboxes", {**params, **given({"errorMessage": error_message(bound)})})


def _file(bound: BoundField) -> SafeString:
    accept = ",".join(getattr(bound.field, "accept", ()))
    several = bool(getattr(bound.field.widget, "allow_multiple_selected", False))
    more = {"multiple": True} if several else {}
    params = one_input(bound, attributes={"accept": accept} if accept else None, javascript=True, **more)
    sent = (bound.data or []) if several else filter(None, [bound.data])
    names = ", ".join(file.name for file in sent)
    if names and bound.form.is_bound and bound.form.errors and not bound.errors:
        # a browser never sends a file back to itself, and saying nothing loses it
        again = f"Select {'the files' if several else 'the file'} again: {names} {'were' if several else 'was'} not kept."
        params["hint"] = {"text": " ".join(filter(None, (str(bound.help_text), again)))}
    return govuk.render_mapping("file-upload", params)


def _hidden(bound: BoundField) -> SafeString:
    return bound.as_hidden()


DRAWN_BY: dict[type[forms.Widget], Callable[[BoundField], SafeString]] = {
    forms.HiddenInput: _hidden,
    forms.MultipleHiddenInput: _hidden,
    forms.PasswordInput: _password,
    forms.FileInput: _file,
    forms.CheckboxInput: _one_checkbox,
    forms.Textarea: _textarea,
    forms.RadioSelect: _radios,
    forms.CheckboxSelectMultiple: _checkboxes,
    forms.Select: _select,
    Input: _input,
    DateParts: draw_date,
    MomentParts: draw_moment,
}
