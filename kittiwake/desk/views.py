"""Pages that cut across areas."""

from __future__ import annotations

from django.http import HttpResponse

from kittiwake.access.middleware import may
from kittiwake.access.viewer import ViewerRequest
from kittiwake.record.models import Child
from kittiwake.ui.pages import page


@may("child.see")
def child(request: ViewerRequest, pk: int) -> HttpResponse:
    return page(request, "desk/child.html", {"child": request.viewer.open(Child, pk)})
