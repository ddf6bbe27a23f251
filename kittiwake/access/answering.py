"""The last three moves of a view that records: bind, one call, redirect; or the page again, with what was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model
from django.forms.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kittiwake.history.refusal import refusals_on
from kittiwake.ui.pages import page

Target = Model | str


def carry_out(
    request: HttpRequest,
    form: BaseForm,
    record: Callable[[], object],
    template: str,
    context: Mapping[str, Any],
    *,
    then: Target | None = None,
) -> HttpResponse:
    """Where the form was sent and holds, `record` is called once, and its reader is sent on: to `then`, or to what it
    returned. Otherwise the page, with the form as `form` beside `context`; what `record` refuses stands on the form.
    """
    if form.is_valid():
        with refusals_on(form):
            done = record()
            target: Any = then if then is not None else done
            return redirect(target)
    return page(request, template, {**context, "form": form})
