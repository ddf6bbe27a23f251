"""A child's page."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.desk.child_page.showing import ChildPage
from kittiwake.record.models import Child
from kittiwake.ui.pages import page


def child(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = ChildPage(request.viewer.open(Child, pk), request.viewer, now()).asked()
    return page(request, "desk/child.html", {"shown": shown})
