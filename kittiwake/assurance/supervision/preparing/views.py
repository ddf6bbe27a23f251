"""The page that prepares a supervision."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.supervision.preparing.showing import Preparation
from kittiwake.assurance.supervision.views import worker_opened
from kittiwake.ui.pages import page


def prepare(request: ViewerRequest, worker_pk: int) -> HttpResponse:
    shown = Preparation(request.viewer, worker_opened(request, worker_pk), now())
    request.viewer.listed(shown.child_ids)
    may_hold = shown.worker.user_id != request.user.pk
    return page(
        request, "supervision/prepare.html", {"shown": shown, "worker": shown.worker, "may_hold": may_hold}
    )
