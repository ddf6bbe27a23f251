"""The page of who has worked with a child."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.allocation.holders.showing import WorkersOf
from kittiwake.record.models import Child
from kittiwake.ui.pages import page


def workers_of(request: ViewerRequest, child_pk: int) -> HttpResponse:
    shown = WorkersOf(request.viewer.open(Child, child_pk), request.viewer, now())
    return page(request, "allocation/workers_of.html", {"shown": shown, "child": shown.child})
