"""A kept draft put back into the form it came from, as it was typed."""

from __future__ import annotations

from django.forms.forms import BaseForm
from django.http import QueryDict

from kittiwake.primitives.drafts.models import Draft
from kittiwake.ui.giving_back import put_back


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
