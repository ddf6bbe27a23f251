"""What the pages about one worker share: who may record, and one form about them."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce import visibility
from kittiwake.record.models import Worker
from kittiwake.ui.forms import GovForm


def managed(request: ViewerRequest, pk: int) -> Worker:
    """A worker the viewer answers for. Nobody records on their own record."""
    worker = get_object_or_404(visibility.workers(request.user), pk=pk)
    if not visibility.answers_for(request.user, worker):
        raise PermissionDenied
    return worker


def record_on_worker(
    request: ViewerRequest,
    worker: Worker,
    form: GovForm,
    record: Callable[[], object],
    *,
    title: str,
    intro: str = "",
) -> HttpResponse:
    """One form about a worker; back to them when it is recorded."""
    context = {"title": title, "worker": worker, "intro": intro}
    back = reverse("workforce:worker", args=[worker.pk])
    return carry_out(request, form, record, "workforce/form.html", context, then=back)
