"""Pages of direct work. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.direct_work import showing
from kittiwake.record.models import Child
from kittiwake.ui.pages import page


def sessions(request: ViewerRequest, child_pk: int) -> HttpResponse:
    shown = showing.WorkPage(request.viewer.open(Child, child_pk), request.viewer, now())
    return page(request, "direct_work/sessions.html", {"shown": shown, "child": shown.child})


def quotes(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    context = {"child": child, "words": showing.quotes(request.viewer, child)}
    return page(request, "direct_work/quotes.html", context)
