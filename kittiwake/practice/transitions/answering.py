"""The page that records something about a young person: one form, and then what was recorded."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Model
from django.http import HttpResponse

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.record.models import Child
from kittiwake.ui.forms import GovForm

FORM = "transitions/form.html"


def carry_out_for(
    child: Child, request: ViewerRequest, form: GovForm, record: Callable[[], Model], title: str
) -> HttpResponse:
    return carry_out(request, form, record, FORM, {"title": title, "child": child, "back": child})
