"""The page of what waits for one person."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.audits.waiting.showing import WaitingPage
from kittiwake.ui.pages import page


def waiting(request: ViewerRequest) -> HttpResponse:
    shown = WaitingPage(request.viewer, now())
    response = page(request, "audits/waiting.html", {"shown": shown})
    request.viewer.listed(shown.child_ids)
    return response
