"""A kept draft put back into the form it came from, as it was typed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.forms.forms import BaseForm
from django.http import QueryDict

from kittiwake.primitives.drafts.models import Draft
from kittiwake.ui.dates import Moment
from kittiwake.ui.widgets import TypedMoment


def typed(draft: Draft) -> QueryDict:
    """The form as the browser sent it."""
    data = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        data.setlist(name, values)
    return data


def restore(form: BaseForm, draft: Draft | None) -> BaseForm:
    """Puts the draft's answers into a form that was not sent. Nothing is checked yet: a draft may be half a date."""
    if draft is None or form.is_bound:
        return form
    return put_back(form, typed(draft), draft.saved_at)


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
