"""The page of one worker."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce import visibility
from kittiwake.assurance.workforce.staff import showing
from kittiwake.ui.pages import page


def worker(request: ViewerRequest, pk: int) -> HttpResponse:
    worker = get_object_or_404(visibility.workers(request.user), pk=pk)
    shown = showing.WorkerPage(worker, request.viewer, now())
    return page(request, "workforce/worker.html", {"shown": shown})
