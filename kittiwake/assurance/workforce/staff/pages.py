"""What the pages about one worker share: who may record, and one form about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce import visibility
from kittiwake.history.refusal import refusals_on
from kittiwake.record.models import Worker
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page


def managed(request: ViewerRequest, pk: int) -> Worker:
    """A worker the viewer answers for. Nobody records on their own record."""
    found = get_object_or_404(visibility.workers(request.user), pk=pk)
    if not visibility.answers_for(request.user, found):
        raise PermissionDenied
    return found


def on_worker(
    request: ViewerRequest,
    found: Worker,
    form_class: type[GovForm],
    title: str,
    record: Callable[..., Any],
    about: Any = None,
    **facts: Any,
) -> HttpResponse:
    """One form about a worker; back to them when it is recorded."""
    form = form_class(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            record(about or found, **form.cleaned_data, **facts, by=request.user, at=now())
            return redirect("workforce:worker", found.pk)
    return page(request, "workforce/form.html", {"title": title, "worker": found, "form": form})
