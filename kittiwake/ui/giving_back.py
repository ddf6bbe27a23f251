"""What somebody typed, put back into the form it came from. Nothing is checked: it may be half a date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.forms.forms import BaseForm
from django.forms.widgets import ChoiceWidget
from django.http import HttpRequest, QueryDict

from kittiwake.time.moments import Moment
from kittiwake.ui.widgets import Parts, TypedMoment

MARK = "whose"  # the hidden box that says whose form it is, and of which page
# A browser leaves these out where nothing is chosen.
MAY_BE_LEFT_OUT = (forms.CheckboxInput, ChoiceWidget, forms.MultipleHiddenInput, forms.FileInput)


@dataclass(frozen=True)
class CameBack:
    """A form that was sent and not looked at."""

    data: QueryDict
    sent_at: datetime
    with_files: bool
    throw_away_url: str


def give_back(request: HttpRequest, context: dict[str, Any]) -> None:
    """Into the empty forms of a page that is asked for. Whoever knows about sessions says `request.came_back`."""
    ask = getattr(request, "came_back", None)
    empty = [form for form in context.values() if isinstance(form, BaseForm) and not form.is_bound]
    came_back: CameBack | None = ask() if ask and empty and request.method == "GET" else None
    if came_back is None:
        return
    for form in empty:
        if could_have_sent(form, came_back.data):
            put_back(form, came_back.data, came_back.sent_at)
            context["came_back"] = came_back


def could_have_sent(form: BaseForm, names: Iterable[str]) -> bool:
    """Whether every box a browser always sends was among what came."""
    always = [box for name in form.fields for box in _always_sent(form, name)]
    return all(box in names for box in always)


def _always_sent(form: BaseForm, name: str) -> list[str]:
    box, widget = form.add_prefix(name), form.fields[name].widget
    if isinstance(widget, MAY_BE_LEFT_OUT):
        return []
    return [f"{box}_day"] if isinstance(widget, Parts) else [box]


def put_back(form: BaseForm, data: QueryDict, sent_at: datetime | None = None) -> BaseForm:
    """What a browser sent, put into a form that is only being written. A “Now” means the minute it was sent in."""
    form.initial.update({name: _as_of(_value(form, name, data), sent_at) for name in form.fields})
    return form


def _as_of(value: Any, sent_at: datetime | None) -> Any:
    if isinstance(value, TypedMoment) and value.now and sent_at:
        return TypedMoment.of(Moment(sent_at))
    return value


def _value(form: BaseForm, name: str, data: QueryDict) -> Any:
    return form.fields[name].widget.value_from_datadict(data, {}, form.add_prefix(name))
