"""Pages that cut across areas."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from kittiwake.access.middleware import may
from kittiwake.record.models import Child
from kittiwake.ui.pages import page


@may("child.see")
def child(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, "desk/child.html", {"child": request.viewer.open(Child, pk)})
